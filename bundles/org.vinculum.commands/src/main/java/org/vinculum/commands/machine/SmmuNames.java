package org.vinculum.commands.machine;

import java.util.List;
import org.vinculum.domain.HostTraffic;
import org.vinculum.domain.Machine;

/// The SMMUs of a machine by number, `smmu0` first.
final class SmmuNames {
    private SmmuNames() {}

    /// Paths in the machine's order.
    static List<String> of(Machine machine) {
        return machine.hostTraffic().stream().map(HostTraffic::path).toList();
    }
}
