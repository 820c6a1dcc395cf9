package org.vinculum.acpi.iort.topology;

import java.util.HashSet;
import java.util.Set;
import org.vinculum.acpi.model.ItsGroup;

/// What an ITS group says (DEN0049, 3.1.1.1).
final class ItsCheck {
    private final Reading reading;

    ItsCheck(Reading reading) {
        this.reading = reading;
    }

    void check(ItsGroup its) {
        if (its.identifiers().count() == 0) {
            reading.warning(
                    "iort-its-empty",
                    its,
                    "the group has no ITS: MSIs of devices that are mapped to it do not arrive");
        }
        Set<Integer> seen = new HashSet<>();
        for (int id : its.identifiers().entries()) {
            if (!seen.add(id)) {
                reading.warning(
                        "iort-its-repeated",
                        its,
                        "the ITS "
                                + Hex.of(Integer.toUnsignedLong(id))
                                + " is in the group twice: one of the two was meant to be"
                                + " another");
                break;
            }
        }
        if (its.mappings().count() > 0) {
            reading.warning(
                    "iort-its-mapped",
                    its,
                    "the group has "
                            + Numbers.count(its.mappings().count(), "ID mapping")
                            + " and nothing stands behind it: no operating system reads them");
        }
    }
}
