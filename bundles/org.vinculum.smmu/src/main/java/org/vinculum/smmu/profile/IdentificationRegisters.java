package org.vinculum.smmu.profile;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.SequencedSet;

/// The values of the identification registers: a profile's, with what whoever creates a model wants to be shown instead.
public final class IdentificationRegisters {
    /// Names as in the architecture, in its order; those that no profile names are 0.
    public static final SequencedSet<String> NAMES =
            Collections.unmodifiableSequencedSet(
                    new LinkedHashSet<>(
                            List.of(
                                    "IDR0", "IDR1", "IDR2", "IDR3", "IDR4", "IDR5", "IDR6", "IIDR",
                                    "AIDR", "PIDR0", "PIDR1", "PIDR2", "PIDR3", "PIDR4", "PIDR5",
                                    "PIDR6", "PIDR7")));

    private static final long HIGHEST = 0xffff_ffffL;

    private final SequencedMap<String, Integer> values = new LinkedHashMap<>();

    /// @throws IllegalArgumentException for a register that is none of [#NAMES], or a value that does not fit in it
    public IdentificationRegisters(Map<String, Long> profile, Map<String, Long> instead) {
        NAMES.forEach(name -> values.put(name, 0));
        profile.forEach(this::put);
        instead.forEach(this::put);
    }

    private void put(String name, long value) {
        if (!NAMES.contains(name)) {
            throw new IllegalArgumentException("not an identification register: " + name);
        }
        if (value < 0 || value > HIGHEST) {
            throw new IllegalArgumentException(
                    name + " has 32 bits, not 0x" + Long.toHexString(value));
        }
        values.put(name, (int) value);
    }

    /// @param name one of [#NAMES]
    public int value(String name) {
        return values.get(name);
    }
}
