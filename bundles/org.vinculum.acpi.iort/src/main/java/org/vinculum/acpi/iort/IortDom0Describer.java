package org.vinculum.acpi.iort;

import org.osgi.annotation.bundle.Capability;
import org.osgi.service.component.annotations.Component;
import org.vinculum.acpi.iort.guest.Dom0Table;
import org.vinculum.binding.Dom0Describer;
import org.vinculum.firmware.InputFile;

/// Describes dom0 where the host is described by an IORT.
@Component(name = "org.vinculum.acpi.iort.dom0")
@Capability(namespace = "vinculum.contract", name = "dom0.describer", version = "1.0")
public final class IortDom0Describer implements Dom0Describer {
    @Override
    public String format() {
        return "iort";
    }

    @Override
    public Result describe(InputFile host) {
        return Dom0Table.describe(host);
    }
}
