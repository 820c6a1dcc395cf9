package org.vinculum.itests.machines;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.vinculum.binding.GuestBinder;
import org.vinculum.devicetree.DeviceTreeFirmwareReader;
import org.vinculum.devicetree.TreeCodec;
import org.vinculum.devicetree.model.DeviceTreeCodec;
import org.vinculum.domain.Hypervisor;
import org.vinculum.domain.VirtualIommuDescription;
import org.vinculum.firmware.FirmwareReader;
import org.vinculum.firmware.InputFile;
import org.vinculum.iommu.IommuModelFactory;
import org.vinculum.machine.run.Parts;
import org.vinculum.toolstack.LowestFreeMapper;
import org.vinculum.toolstack.bind.GuestBinding;
import org.vinculum.toolstack.bind.Services;

/// What `vinculum run` finds as services, without a framework: ours.
public final class RunParts implements Parts {
    private final DeviceTreeCodec codec = new TreeCodec();
    private final List<FirmwareReader> readers = List.of(new DeviceTreeFirmwareReader(codec));

    @Override
    public Hypervisor hypervisor() {
        return new PlainHypervisor();
    }

    @Override
    public List<FirmwareReader> readers() {
        return readers;
    }

    @Override
    public List<IommuModelFactory> models() {
        return PlainHypervisor.models();
    }

    @Override
    public Set<String> virtualIommus() {
        return Set.of(VirtualIommuDescription.SMMUV3);
    }

    @Override
    public Optional<DeviceTreeCodec> codec() {
        return Optional.of(codec);
    }

    @Override
    public Optional<GuestBinder> binder() {
        Services services = new Services(readers, List.of(), codec, new LowestFreeMapper());
        return Optional.of(
                new GuestBinder() {
                    @Override
                    public Result bind(Request request) {
                        return GuestBinding.of(request, services);
                    }

                    @Override
                    public List<Path> filesNamedBy(InputFile config) {
                        return GuestBinding.filesNamedBy(config);
                    }
                });
    }

    @Override
    public Object generation() {
        return 1;
    }
}
