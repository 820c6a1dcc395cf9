package org.vinculum.toolstack.pci;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.vinculum.toolstack.config.PciFunction;
import org.vinculum.toolstack.verdict.Verdict;

/// The 32 slots of the virtual bus: those the user wants, those kept from the previous binding, then the lowest free.
final class VirtualSlots {
    private static final int COUNT = 32;

    private final String[] owner = new String[COUNT];
    private final Map<String, Integer> slots = new HashMap<>();
    private final Verdict verdict;

    /// @param previous slot by PCI address
    VirtualSlots(List<PciFunction> functions, Map<String, Integer> previous, Verdict verdict) {
        this.verdict = verdict;
        for (PciFunction function : functions) {
            function.vslot().ifPresent(slot -> want(function, slot));
        }
        for (PciFunction function : functions) {
            Integer slot = previous.get(function.address());
            if (slot != null && slot >= 0 && slot < COUNT && owner[slot] == null) {
                take(function, slot);
            }
        }
        for (PciFunction function : functions) {
            takeLowest(function);
        }
    }

    /// The slot of a function; empty when there was none, which has been said.
    OptionalInt of(PciFunction function) {
        Integer slot = slots.get(function.address());
        return slot == null ? OptionalInt.empty() : OptionalInt.of(slot);
    }

    private void want(PciFunction function, int slot) {
        if (owner[slot] != null) {
            verdict.refuse(
                    "pci-slot-taken",
                    function.place().toString(),
                    "slot "
                            + Integer.toHexString(slot)
                            + " of the virtual bus is wanted by "
                            + owner[slot]
                            + " already");
            return;
        }
        take(function, slot);
    }

    private void takeLowest(PciFunction function) {
        if (slots.containsKey(function.address()) || function.vslot().isPresent()) {
            return;
        }
        for (int slot = 0; slot < COUNT; slot++) {
            if (owner[slot] == null) {
                take(function, slot);
                return;
            }
        }
        verdict.refuse(
                "pci-slots-exhausted",
                function.place().toString(),
                "the virtual bus has " + COUNT + " slots, and all are taken");
    }

    private void take(PciFunction function, int slot) {
        if (slots.putIfAbsent(function.address(), slot) == null) {
            owner[slot] = function.address();
        }
    }
}
