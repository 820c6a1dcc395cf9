package org.vinculum.acpi.iort.topology;

import java.util.ArrayList;
import java.util.List;
import org.vinculum.acpi.model.IdMapping;
import org.vinculum.acpi.model.IortNode;

/// Bits without a meaning are zero, so that they can be given one.
final class ReservedBits {
    private final Reading reading;

    ReservedBits(Reading reading) {
        this.reading = reading;
    }

    /// @param what holds the bits, with its article
    /// @param defined the bits with a meaning in the highest revision known
    void check(IortNode node, String what, int value, int defined) {
        int reserved = value & ~defined;
        if (reserved != 0) {
            report(node, what + " have the reserved bits " + unsigned(reserved) + " set");
        }
    }

    /// @param what the field, with its article
    void checkZero(IortNode node, String what, int value) {
        if (value != 0) {
            report(node, what + " is reserved and holds " + unsigned(value));
        }
    }

    void checkMappings(IortNode node) {
        List<IdMapping> mappings = NodeMap.present(node);
        List<Integer> bad = new ArrayList<>();
        for (int i = 0; i < mappings.size(); i++) {
            if ((mappings.get(i).flags() & ~IdMapping.SINGLE) != 0) {
                bad.add(i);
            }
        }
        if (!bad.isEmpty()) {
            report(
                    node,
                    "the flags of "
                            + Numbers.mappings(bad)
                            + " have reserved bits set, in the first "
                            + unsigned(mappings.get(bad.getFirst()).flags() & ~IdMapping.SINGLE));
        }
    }

    /// @param fault a clause that says what is there
    void report(IortNode node, String fault) {
        reading.warning(
                "iort-reserved",
                node,
                fault + ": software for a later revision sees a meaning in it; write 0");
    }

    private static String unsigned(int value) {
        return Hex.of(Integer.toUnsignedLong(value));
    }
}
