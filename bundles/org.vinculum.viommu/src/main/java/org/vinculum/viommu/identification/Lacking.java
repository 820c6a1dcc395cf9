package org.vinculum.viommu.identification;

import java.util.ArrayList;
import java.util.List;
import org.vinculum.smmu.spec.Bits;
import org.vinculum.smmu.spec.register.Idr0;
import org.vinculum.smmu.spec.register.Idr5;

/// Finds what is shown to a guest and a physical SMMU does not have. The guest may use it at any time, so all of it counts.
final class Lacking {
    private static final int AARCH64 = 2;
    private static final int FORCED = 2;
    private static final int NO_STALL = 1;

    private final Identification shown;
    private final Identification host;
    private final List<String> found = new ArrayList<>();

    private Lacking(Identification shown, Identification host) {
        this.shown = shown;
        this.host = host;
    }

    static List<String> of(Identification shown, Identification host) {
        Lacking comparison = new Lacking(shown, host);
        Feature.GROWING.forEach(comparison::growing);
        comparison.growing(new Feature("IDR5", "OAS", Idr5.OAS));
        comparison.growing(new Feature("IDR0", "S1P", Idr0.S1P));
        comparison.needed("S2P", Idr0.S2P, 1);
        comparison.needed("TTF", Idr0.TTF, AARCH64);
        comparison.requests();
        comparison.restrictions();
        return comparison.found;
    }

    private void growing(Feature feature) {
        if (feature.of(shown) > feature.of(host)) {
            found.add(feature.difference(feature.of(shown), feature.of(host)));
        }
    }

    /// Not shown, but what is shown rests on it.
    private void needed(String field, Bits bits, int bit) {
        int has = host.idr0().get(bits);
        if ((has & bit) == 0) {
            found.add("IDR0." + field + " " + bit + " (here " + has + ")");
        }
    }

    private void requests() {
        growing(new Feature("IDR0", "ATS", Idr0.ATS));
        growing(new Feature("IDR0", "PRI", Idr0.PRI));
        growing(Feature.PPS);
        if (shown.idr0().has(Idr0.ATS) && host.idr0().has(Idr0.NS1ATS)) {
            found.add("IDR0.NS1ATS 0 (here 1)");
        }
    }

    /// Fields of which one value offers all, and others offer only themselves.
    private void restrictions() {
        restricting("TTENDIAN", Idr0.TTENDIAN);
        restricting("TERM_MODEL", Idr0.TERM_MODEL);
        int model = shown.idr0().get(Idr0.STALL_MODEL);
        int has = host.idr0().get(Idr0.STALL_MODEL);
        if (has != model && !(model == NO_STALL && has < FORCED)) {
            found.add(new Feature("IDR0", "STALL_MODEL", Idr0.STALL_MODEL).difference(model, has));
        }
    }

    private void restricting(String field, Bits bits) {
        Feature feature = new Feature("IDR0", field, bits);
        if (feature.of(host) != 0 && feature.of(host) != feature.of(shown)) {
            found.add(feature.difference(feature.of(shown), feature.of(host)));
        }
    }
}
