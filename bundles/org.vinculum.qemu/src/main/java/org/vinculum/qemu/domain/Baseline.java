package org.vinculum.qemu.domain;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.vinculum.live.LiveGuestRefusedException;

/// What a virtual SMMU shows at most, from what is asked for.
///
/// A guest physical address has 40 bits unless somebody asks for more. Here somebody does: Linux makes its tables and prints
/// "ias 48-bit, oas 48-bit" from IDR5.OAS, and both 48 bits are there, since stage 2 takes as many.
final class Baseline {
    /// What a virtual SMMU takes from physical ones; everything else is its own.
    private static final Set<String> NAMES = Set.of("IDR0", "IDR1", "IDR3", "IDR5", "AIDR");

    private static final long HIGHEST = 0xffff_ffffL;

    private Baseline() {}

    /// @throws LiveGuestRefusedException for a register that a baseline says nothing of, or more than 32 bits
    static Map<String, Long> of(Map<String, Long> identification) {
        List<String> reasons = new ArrayList<>();
        identification.forEach((name, value) -> {
            if (!NAMES.contains(name)) {
                reasons.add("Nobody chooses %s of a virtual SMMU.".formatted(name));
            } else if (value < 0 || value > HIGHEST) {
                reasons.add("%s has 32 bits, not 0x%x.".formatted(name, value));
            }
        });
        if (!reasons.isEmpty()) {
            reasons.sort(null);
            throw new LiveGuestRefusedException(reasons);
        }
        Map<String, Long> baseline = new LinkedHashMap<>(identification);
        baseline.putIfAbsent("IDR5", HIGHEST);
        return baseline;
    }
}
