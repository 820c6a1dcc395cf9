package org.vinculum.viommu.identification;

import java.util.List;
import org.vinculum.smmu.spec.Bits;
import org.vinculum.smmu.spec.register.Idr0;
import org.vinculum.smmu.spec.register.Idr5;

/// Negotiates fields of which a value excludes others: how faults end, and the byte order of tables. Context descriptors are the
/// guest's, so each has to be legal for every SMMU that reads it.
final class FaultModel {
    private static final int BOTH = 0;
    private static final int NO_STALL = 1;
    private static final int FORCED = 2;
    private static final int MIXED = 0;
    private static final int RESERVED_ORDER = 1;

    /// Records that may wait for the guest cost memory; a guest needs no more.
    private static final int STALL_LIMIT = 256;

    /// An SMMU holds what stalls for all who share it: no guest alone may use that up.
    private static final int SHARE = 4;

    private final List<Identification> all;
    private final int hosts;
    private final List<String> reasons;

    /// @param all the SMMUs, then other limits
    /// @param hosts how many of them are SMMUs
    FaultModel(List<Identification> all, int hosts, List<String> reasons) {
        this.all = all;
        this.hosts = hosts;
        this.reasons = reasons;
    }

    /// @param stalls whether the description allows them
    void into(Candidate candidate, boolean stalls) {
        candidate.idr0(Idr0.TTENDIAN, byteOrder());
        candidate.idr0(Idr0.TERM_MODEL, has(Idr0.TERM_MODEL, 1) ? 1 : 0);
        int model = stallModel(stalls);
        candidate.idr0(Idr0.STALL_MODEL, model);
        candidate.idr5(Idr5.STALL_MAX, model == NO_STALL ? 0 : stallMax());
    }

    private int byteOrder() {
        int order = MIXED;
        for (Identification one : all) {
            int has = one.idr0().get(Idr0.TTENDIAN);
            if (has == RESERVED_ORDER || order != MIXED && has != MIXED && has != order) {
                reasons.add("No byte order of tables is common to all (IDR0.TTENDIAN).");
                return MIXED;
            }
            order = has == MIXED ? order : has;
        }
        return order;
    }

    private int stallModel(boolean stalls) {
        boolean others = has(Idr0.STALL_MODEL, BOTH) || has(Idr0.STALL_MODEL, NO_STALL);
        if (has(Idr0.STALL_MODEL, FORCED + 1)) {
            reasons.add("A stall model is reserved (IDR0.STALL_MODEL 3).");
        }
        if (has(Idr0.STALL_MODEL, FORCED)) {
            if (others) {
                reasons.add("Some always stall and others need not (IDR0.STALL_MODEL).");
            }
            if (!stalls) {
                reasons.add(
                        "Stalls are not asked for, and cannot be avoided (IDR0.STALL_MODEL 2).");
            }
            return FORCED;
        }
        return stalls && !has(Idr0.STALL_MODEL, NO_STALL) ? BOTH : NO_STALL;
    }

    private boolean has(Bits field, int value) {
        return all.stream().anyMatch(one -> one.idr0().get(field) == value);
    }

    /// Who says 0 says nothing.
    private int stallMax() {
        int least = STALL_LIMIT;
        for (int i = 0; i < all.size(); i++) {
            int stated = all.get(i).idr5().get(Idr5.STALL_MAX);
            int offered = i < hosts ? Math.max(1, stated / SHARE) : stated;
            least = stated == 0 ? least : Math.min(least, offered);
        }
        return least;
    }
}
