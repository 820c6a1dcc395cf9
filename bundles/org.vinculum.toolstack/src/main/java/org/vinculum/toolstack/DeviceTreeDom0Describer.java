package org.vinculum.toolstack;

import org.osgi.annotation.bundle.Capability;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.vinculum.binding.Dom0Describer;
import org.vinculum.devicetree.model.DeviceTreeCodec;
import org.vinculum.firmware.InputFile;
import org.vinculum.toolstack.dom0.Dom0Tree;

/// Describes dom0 where the host is described by a device tree.
@Component(name = "org.vinculum.toolstack.dom0.devicetree")
@Capability(namespace = "vinculum.contract", name = "dom0.describer", version = "1.0")
public final class DeviceTreeDom0Describer implements Dom0Describer {
    private final DeviceTreeCodec codec;

    @Activate
    public DeviceTreeDom0Describer(@Reference DeviceTreeCodec codec) {
        this.codec = codec;
    }

    @Override
    public String format() {
        return "devicetree";
    }

    @Override
    public Result describe(InputFile host) {
        return Dom0Tree.describe(host, codec);
    }
}
