package org.vinculum.hypervisor.machine.physical;

import java.util.ArrayList;
import java.util.List;

/// Counts of all ports of an SMMU, those that are gone included.
final class Ports {
    private final List<PortCounts> present = new ArrayList<>();
    private long translationsOfGone;
    private long hitsOfGone;

    synchronized PortCounts add() {
        PortCounts counts = new PortCounts();
        present.add(counts);
        return counts;
    }

    synchronized void remove(PortCounts counts) {
        if (present.remove(counts)) {
            translationsOfGone += counts.translations();
            hitsOfGone += counts.hits();
        }
    }

    synchronized long translations() {
        long sum = translationsOfGone;
        for (PortCounts counts : present) {
            sum += counts.translations();
        }
        return sum;
    }

    synchronized long hits() {
        long sum = hitsOfGone;
        for (PortCounts counts : present) {
            sum += counts.hits();
        }
        return sum;
    }
}
