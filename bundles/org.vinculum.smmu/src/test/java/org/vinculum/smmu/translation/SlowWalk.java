package org.vinculum.smmu.translation;

import java.util.function.LongUnaryOperator;

/// A translation as the text of the architecture tells it, level by level, without caches or speed: what the engine is
/// held against. Shares no code with it.
final class SlowWalk {
    /// A stage, by what software programs.
    ///
    /// @param granule bits of a page
    /// @param start the starting level
    /// @param ds 52-bit descriptors for small granules
    record Stage(
            long base,
            int granule,
            int inputBits,
            int start,
            boolean ds,
            int outputBits,
            boolean affd,
            boolean ha,
            boolean hd) {}

    /// What stage 1 has besides.
    record Rules(boolean el2, boolean wxn, boolean pan, boolean had, boolean e0pd) {}

    private final LongUnaryOperator memory;
    private final long ram;
    private final int oas;

    Stage one;
    Rules rules;
    Stage two;
    boolean ptw;
    boolean fwb;

    private String fault;

    /// @param memory eight bytes at an address below `ram`
    SlowWalk(LongUnaryOperator memory, long ram, int oas) {
        this.memory = memory;
        this.ram = ram;
        this.oas = oas;
    }

    /// `pa 0x…` or `type stage class ipa`.
    String translate(
            long address, boolean upper, boolean write, boolean fetch, boolean privileged) {
        fault = null;
        long ipa = address;
        if (one != null) {
            ipa = first(address, upper, write, fetch, privileged);
        } else if (Long.compareUnsigned(address, 1L << oas) >= 0) {
            return "17 1 IN";
        }
        if (fault == null && two != null) {
            ipa = second(ipa, write, fetch, privileged, "IN");
        }
        return fault != null ? fault : "pa 0x" + Long.toHexString(ipa);
    }

    /// Where a context descriptor at an address is; -1 when it cannot be read.
    long context(long address) {
        fault = null;
        long where = two == null ? address : second(address, false, false, true, "CD");
        return fault == null && where >= 0 && where < ram ? where : -1;
    }

    private long fail(int type, int stage, String why, long ipa) {
        if (fault == null) {
            String where = stage == 2 && type != 11 ? " 0x" + Long.toHexString(ipa & -4096) : "";
            fault = type + " " + stage + " " + why + where;
        }
        return -1;
    }

    private static long ones(int bits) {
        return (1L << bits) - 1;
    }

    private static boolean bit(long value, int number) {
        return (value >> number & 1) == 1;
    }

    private long output(Stage stage, long descriptor) {
        long low = descriptor & ones(48) & ~ones(stage.granule);
        if (stage.granule == 16) {
            return oas == 52 ? low | (descriptor >> 12 & 15) << 48 : low;
        }
        return stage.ds ? low | (descriptor >> 48 & 3) << 48 | (descriptor >> 8 & 3) << 50 : low;
    }

    private boolean blockAt(Stage stage, int level) {
        return switch (stage.granule) {
            case 12 -> level == 1 || level == 2 || level == 0 && stage.ds;
            case 14 -> level == 2 || level == 1 && stage.ds;
            default -> level == 2 || level == 1 && oas == 52;
        };
    }

    private static int below(Stage stage, int level) {
        return stage.granule + (3 - level) * (stage.granule - 3);
    }

    private long first(
            long address, boolean upper, boolean write, boolean fetch, boolean privileged) {
        boolean mine = one != null && upper == bit(address, 55);
        long top = address >> one.inputBits;
        if (!mine || top != (upper ? -1 : 0)) {
            return fail(16, 1, "IN", 0);
        }
        if (rules.e0pd && !privileged && !rules.el2) {
            return fail(16, 1, "IN", 0);
        }
        boolean roTable = false;
        boolean noEl0 = false;
        boolean uxnTable = false;
        boolean pxnTable = false;
        long table = one.base;
        for (int level = one.start; ; level++) {
            int low = below(one, level);
            int high = level == one.start ? one.inputBits : below(one, level - 1);
            long at = table + ((address & ones(high)) >>> low) * 8;
            long where = two == null ? at : second(at, false, false, true, "TT");
            if (fault != null) {
                return -1;
            }
            if (where < 0 || where >= ram) {
                return fail(11, 1, "TT", 0);
            }
            long d = memory.applyAsLong(where);
            boolean page = level == 3;
            if (!bit(d, 0) || !bit(d, 1) && !blockAt(one, level)) {
                return fail(16, 1, "IN", 0);
            }
            if (bit(d, 1) && !page) {
                table = output(one, d);
                if (table >>> one.outputBits != 0) {
                    return fail(17, 1, "IN", 0);
                }
                if (!rules.had) {
                    roTable |= bit(d, 62);
                    noEl0 |= bit(d, 61);
                    uxnTable |= bit(d, 60);
                    pxnTable |= bit(d, 59);
                }
                continue;
            }
            long result = output(one, d) & ~ones(low);
            if (result >>> one.outputBits != 0) {
                return fail(17, 1, "IN", 0);
            }
            if (!bit(d, 10) && !one.ha && !one.affd) {
                return fail(18, 1, "IN", 0);
            }
            boolean w = (!bit(d, 7) || one.hd && bit(d, 51)) && !roTable;
            boolean u = bit(d, 6) && !noEl0;
            boolean ok;
            if (rules.el2) {
                boolean x = !bit(d, 54) && !uxnTable && !(rules.wxn && w);
                ok = fetch ? x : !write || w;
            } else if (privileged) {
                boolean x = !bit(d, 53) && !pxnTable && !(u && w) && !(rules.wxn && w);
                ok = fetch ? x : !(rules.pan && u) && (!write || w);
            } else {
                boolean x = !bit(d, 54) && !uxnTable && !(rules.wxn && u && w);
                ok = fetch ? x : u && (!write || w);
            }
            return ok ? result | address & ones(low) : fail(19, 1, "IN", 0);
        }
    }

    private long second(long ipa, boolean write, boolean fetch, boolean privileged, String why) {
        if (ipa >>> two.inputBits != 0) {
            return fail(16, 2, why, ipa);
        }
        long table = two.base;
        for (int level = two.start; ; level++) {
            int low = below(two, level);
            int high = level == two.start ? two.inputBits : below(two, level - 1);
            long at = table + ((ipa & ones(high)) >>> low) * 8;
            if (at < 0 || at >= ram) {
                return fail(11, 2, why, ipa);
            }
            long d = memory.applyAsLong(at);
            if (!bit(d, 0) || !bit(d, 1) && !blockAt(two, level)) {
                return fail(16, 2, why, ipa);
            }
            long result = output(two, d);
            if (bit(d, 1) && level < 3) {
                if (result >>> two.outputBits != 0) {
                    return fail(17, 2, why, ipa);
                }
                table = result;
                continue;
            }
            result &= ~ones(low);
            if (result >>> two.outputBits != 0) {
                return fail(17, 2, why, ipa);
            }
            if (!bit(d, 10) && !two.ha && !two.affd) {
                return fail(18, 2, why, ipa);
            }
            boolean w = bit(d, 7) || two.hd && bit(d, 51);
            int xn = (int) (d >> 53 & 3);
            boolean x = privileged ? xn == 0 || xn == 3 : xn == 0 || xn == 1;
            boolean ok = fetch ? x : write ? w : bit(d, 6);
            int attr = (int) (d >> 2 & 15);
            boolean device = fwb ? (attr & 4) == 0 : attr < 4 || (attr & 3) == 0;
            if (!ok || ptw && device && !why.equals("IN")) {
                return fail(19, 2, why, ipa);
            }
            return result | ipa & ones(low);
        }
    }
}
