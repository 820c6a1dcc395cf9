package org.vinculum.qemu.domain;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.vinculum.live.LiveGuestRefusedException;
import org.vinculum.smmu.spec.register.Idr0;

/// What a virtual SMMU shows at most, from what is asked for.
///
/// A guest physical address has 40 bits unless somebody asks for more. Here somebody does: Linux makes its tables and prints
/// "ias 48-bit, oas 48-bit" from IDR5.OAS, and both 48 bits are there, since stage 2 takes as many. Nor does anything here ask
/// for pages: where there is a queue for that, and no interrupt of it, Linux warns.
final class Baseline {
    /// What a virtual SMMU takes from physical ones; everything else is its own.
    private static final Set<String> NAMES = Set.of("IDR0", "IDR1", "IDR3", "IDR5", "AIDR");

    private static final long HIGHEST = 0xffff_ffffL;

    private Baseline() {}

    /// @param own of the SMMUs behind it
    /// @throws LiveGuestRefusedException for a register that a baseline says nothing of, or more than 32 bits
    static Map<String, Long> of(Map<String, Long> identification, Idr0 own) {
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
        baseline.putIfAbsent("IDR0", Integer.toUnsignedLong(withoutPageRequests(own)));
        baseline.putIfAbsent("IDR5", HIGHEST);
        return baseline;
    }

    /// Messages and two-level stream tables do not depend on what is behind.
    private static int withoutPageRequests(Idr0 own) {
        return Idr0.ST_LEVEL.in(Idr0.MSI.in(Idr0.PRI.in(own.value(), 0), 1), 1);
    }
}
