package org.vinculum.smmu.translation;

import static org.vinculum.smmu.translation.SlowStage.bit;
import static org.vinculum.smmu.translation.SlowStage.ones;

import org.vinculum.memory.Ram;

/// A translation as the text of the architecture tells it, level by level, without caches or speed: what the engine is
/// held against. Shares no code with it. Sets flags in its own memory.
final class SlowWalk {
    /// What stage 1 has besides.
    record Rules(
            boolean el2,
            boolean wxn,
            boolean pan,
            boolean had,
            boolean e0pd,
            boolean tbi,
            long mair) {}

    /// What becomes of faults (3.12).
    record Policy(boolean stall, boolean record, boolean abort) {}

    private final Ram memory;
    private final int oas;
    final SlowAnswer answer = new SlowAnswer();

    SlowStage one;
    Rules rules;
    Policy policyOne;
    SlowStage two;
    Policy policyTwo;
    boolean ptw;
    boolean fwb;
    SlowType incoming = SlowType.INCOMING;
    int incomingShare;

    private SlowTransaction what;
    private boolean passive;
    private boolean staged;
    private SlowType type;
    private int share;
    private int log2Size;

    SlowWalk(Ram memory, int oas) {
        this.memory = memory;
        this.oas = oas;
    }

    private boolean isRam(long address) {
        return address >= 0 && address < memory.size();
    }

    /// @param contexts where the context descriptor is; null where stage 1 does not translate
    void translate(SlowTransaction transaction, SlowContexts contexts) {
        what = transaction;
        passive = false;
        staged = contexts != null;
        answer.output = 0;
        type = incoming;
        share = incomingShare;
        log2Size = oas;
        long address = what.address();
        if (staged) {
            long where = contexts.find(this, transaction.context());
            if (answer.isFault()) {
                return;
            }
            if (where < 0) {
                throw new IllegalStateException("the context was readable before");
            }
            address = first();
        } else if (Long.compareUnsigned(address, 1L << oas) >= 0) {
            fail(17, 1, 2, 0, false);
            return;
        }
        if (!answer.isFault() && two != null) {
            address = second(address, what.write(), what.fetch(), what.privileged(), 2);
        }
        if (!answer.isFault()) {
            answer.address(address, type.coded(share), log2Size);
        }
    }

    /// Where stage 2 puts the address of a context descriptor, flags left alone; -1 when nowhere.
    long look(long address) {
        what = SlowTransaction.NOTHING;
        passive = true;
        answer.output = 0;
        long where = two == null ? address : second(address, false, false, true, 0);
        return answer.isFault() || !isRam(where) ? -1 : where;
    }

    /// The same for a transaction: a fault is its answer.
    long context(long address) {
        return two == null ? address : second(address, false, false, true, 0);
    }

    /// A configuration that is wrong: always an abort, always recorded.
    void misconfigured(SlowTransaction transaction, int type, boolean named) {
        answer.output = -1;
        answer.event = true;
        answer.words[0] = type | (long) transaction.stream() << 32;
        if (named) {
            answer.words[0] |= transaction.named() & ~(type == 8 ? 1L << 11 : 0);
        }
        answer.words[1] = 0;
        answer.words[2] = 0;
        answer.words[3] = 0;
    }

    private long fail(int type, int stage, int why, long ipa, boolean write) {
        if (answer.isFault()) {
            return -1;
        }
        boolean hard = type == 11 || stage == 1 && !staged;
        Policy policy = stage == 2 ? policyTwo : policyOne;
        boolean stalls = !hard && policy.stall;
        answer.output = hard ? -1 : stalls ? -3 : stage == 2 || policy.abort ? -1 : -2;
        answer.event = hard || stalls || policy.record;
        answer.words[0] = type | what.named() | (long) what.stream() << 32;
        answer.words[1] =
                (stalls ? 1L << 31 : 0)
                        | (what.privileged() ? 1L << 33 : 0)
                        | (what.fetch() ? 1L << 34 : 0)
                        | (what.write() ? 0 : 1L << 35)
                        | (stage == 2 ? 1L << 39 : 0)
                        | (long) why << 40
                        | (type == 19 && why == 1 && !write ? 1L << 44 : 0);
        answer.words[2] = what.address();
        answer.words[3] = type == 11 ? ipa & ~7L : stage == 2 ? ipa & ones(oas) & -4096 : 0;
        return -1;
    }

    private boolean changed(long where, long seen, long now) {
        if (passive || seen == now) {
            return false;
        }
        if (memory.getLong(where) != seen) {
            return true;
        }
        memory.setLong(where, now);
        return false;
    }

    private long first() {
        long address = what.address();
        if (rules.tbi) {
            address = address << 8 >> 8;
        }
        boolean upper = bit(what.address(), 55);
        if (upper != what.upper() || address >> one.inputBits() != (upper ? -1 : 0)) {
            return fail(16, 1, 2, 0, false);
        }
        if (rules.e0pd && !what.privileged() && !rules.el2) {
            return fail(16, 1, 2, 0, false);
        }
        SlowLimits limits = SlowLimits.NONE;
        long table = one.base();
        for (int level = one.start(); ; level++) {
            long at = one.descriptor(table, address, level);
            long where = two == null ? at : second(at, false, false, true, 1);
            if (answer.isFault()) {
                return -1;
            }
            if (!isRam(where)) {
                return fail(11, 1, 1, where, false);
            }
            long d = memory.getLong(where);
            if (SlowStage.isTable(d, level)) {
                table = one.output(d);
                if (one.isTooLarge(table)) {
                    return fail(17, 1, 2, 0, false);
                }
                limits = rules.had ? limits : limits.and(d);
                continue;
            }
            if (!one.isLeaf(d, level)) {
                return fail(16, 1, 2, 0, false);
            }
            int low = one.below(level);
            long result = one.output(d) & ~ones(low);
            if (one.isTooLarge(result)) {
                return fail(17, 1, 2, 0, false);
            }
            if (one.isUntouched(d)) {
                return fail(18, 1, 2, 0, false);
            }
            if (!limits.permit(rules, d, one.manages(d), what)) {
                return fail(19, 1, 2, 0, false);
            }
            long now = one.ha() ? d | SlowStage.ACCESSED : d;
            now = one.manages(d) && what.write() ? now & ~0x80L : now;
            if (now != d && two != null) {
                second(at, true, false, true, 1);
                if (answer.isFault()) {
                    return -1;
                }
            }
            if (changed(where, d, now)) {
                return first();
            }
            type = SlowType.ofMair((int) (rules.mair >>> (d >> 2 & 7) * 8) & 255).hinted(type);
            share = one.share(d);
            log2Size = low;
            return result | address & ones(low);
        }
    }

    private long second(long ipa, boolean write, boolean fetch, boolean privileged, int why) {
        boolean forTable = why == 1 && write;
        if (ipa >>> two.inputBits() != 0) {
            return fail(16, 2, why, ipa, forTable);
        }
        long table = two.base();
        for (int level = two.start(); ; level++) {
            long at = two.descriptor(table, ipa, level);
            if (!isRam(at)) {
                return fail(11, 2, why, at, forTable);
            }
            long d = memory.getLong(at);
            long result = two.output(d);
            if (SlowStage.isTable(d, level)) {
                if (two.isTooLarge(result)) {
                    return fail(17, 2, why, ipa, forTable);
                }
                table = result;
                continue;
            }
            if (!two.isLeaf(d, level)) {
                return fail(16, 2, why, ipa, forTable);
            }
            int low = two.below(level);
            result &= ~ones(low);
            if (two.isTooLarge(result)) {
                return fail(17, 2, why, ipa, forTable);
            }
            if (two.isUntouched(d)) {
                return fail(18, 2, why, ipa, forTable);
            }
            boolean w = bit(d, 7) || two.manages(d);
            int xn = (int) (d >> 53 & 3);
            boolean x = privileged ? xn == 0 || xn == 3 : xn == 0 || xn == 1;
            boolean ok = fetch ? x : write ? w : bit(d, 6);
            int attr = (int) (d >> 2 & 15);
            boolean device = fwb ? (attr & 4) == 0 : attr < 4 || (attr & 3) == 0;
            if (!ok || ptw && device && why != 2) {
                return fail(19, 2, why, ipa, forTable);
            }
            long now = two.ha() ? d | SlowStage.ACCESSED : d;
            changed(at, d, two.manages(d) && write ? now | 0x80L : now);
            if (why == 2) {
                share = SlowType.wider(share(share), two.share(d));
                type = fwb ? type.forced(attr) : type.combined(SlowType.ofMemAttr(attr));
                log2Size = Math.min(log2Size, low);
            }
            return result | ipa & ones(low);
        }
    }

    /// As stage 2 gets it: what is not cached is outer shareable.
    private int share(int before) {
        return type.coded(before) >> 8;
    }
}
