package org.vinculum.machine.run;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.vinculum.binding.GuestBinder;
import org.vinculum.devicetree.model.DeviceTreeCodec;
import org.vinculum.domain.Hypervisor;
import org.vinculum.firmware.FirmwareReader;
import org.vinculum.iommu.IommuModelFactory;

/// The services that a machine is made of and its guests with, as they are at the moment of use.
public interface Parts {
    Hypervisor hypervisor();

    /// Best first.
    List<FirmwareReader> readers();

    /// Best first.
    List<IommuModelFactory> models();

    /// Names of the kinds of virtual IOMMU.
    Set<String> virtualIommus();

    Optional<DeviceTreeCodec> codec();

    Optional<GuestBinder> binder();

    /// Something equal for as long as no service has come or gone.
    Object generation();
}
