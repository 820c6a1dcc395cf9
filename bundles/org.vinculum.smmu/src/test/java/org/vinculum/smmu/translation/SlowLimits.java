package org.vinculum.smmu.translation;

import static org.vinculum.smmu.translation.SlowStage.bit;

/// What stage 1 tables above a page take away, and what the page itself permits (VMSAv8-64, stage 1 permissions).
record SlowLimits(boolean readOnly, boolean noEl0, boolean uxn, boolean pxn) {
    static final SlowLimits NONE = new SlowLimits(false, false, false, false);

    SlowLimits and(long table) {
        return (table >>> 59 & 15) == 0
                ? this
                : new SlowLimits(
                        readOnly || bit(table, 62),
                        noEl0 || bit(table, 61),
                        uxn || bit(table, 60),
                        pxn || bit(table, 59));
    }

    boolean permit(SlowWalk.Rules rules, long d, boolean managed, SlowTransaction what) {
        boolean w = (!bit(d, 7) || managed) && !readOnly;
        boolean u = bit(d, 6) && !noEl0;
        if (rules.el2()) {
            boolean x = !bit(d, 54) && !uxn && !(rules.wxn() && w);
            return what.fetch() ? x : !what.write() || w;
        }
        if (what.privileged()) {
            boolean x = !bit(d, 53) && !pxn && !(u && w) && !(rules.wxn() && w);
            return what.fetch() ? x : !(rules.pan() && u) && (!what.write() || w);
        }
        boolean x = !bit(d, 54) && !uxn && !(rules.wxn() && u && w);
        return what.fetch() ? x : u && (!what.write() || w);
    }
}
