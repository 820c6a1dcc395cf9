package org.vinculum.viommu.command;

import org.vinculum.smmu.spec.command.Command;
import org.vinculum.smmu.spec.command.TlbiNhAll;
import org.vinculum.smmu.spec.command.TlbiNhAsid;
import org.vinculum.smmu.spec.command.TlbiNhVa;
import org.vinculum.smmu.spec.command.TlbiNhVaa;
import org.vinculum.smmu.spec.command.TlbiNsnhAll;
import org.vinculum.smmu.spec.command.TlbiScope;
import org.vinculum.smmu.spec.register.Idr0;
import org.vinculum.smmu.spec.register.Idr3;
import org.vinculum.smmu.spec.register.Idr5;
import org.vinculum.viommu.identification.Identification;

/// The scope of an invalidation, held to what the guest has been shown (IHI 0070, 4.4.1.1): fields that mean nothing to the
/// guest's SMMU may mean something to the host's, and do not get there.
final class Ranges {
    private static final int OPCODES = 256;
    private static final int TG_16K = 2;
    private static final long HIGHEST_BIT_OF_SCALE = 32;
    private static final long LOW_ASID = 0xff;

    private final boolean ds;
    private final long granule;
    private final long range;
    private final long[] word0 = new long[OPCODES];
    private final long[] word1 = new long[OPCODES];
    private final long[] opcode = new long[OPCODES];

    Ranges(Identification shown) {
        ds = shown.idr5().has(Idr5.DS);
        granule = shown.idr3().has(Idr3.RIL) ? TlbiScope.TG.mask() : 0;
        long scale = TlbiScope.SCALE.mask();
        long used = ds ? scale : scale & ~TlbiScope.SCALE.of(HIGHEST_BIT_OF_SCALE);
        range = TlbiScope.NUM.mask() | used;
        long asid = TlbiNhVa.ASID.mask();
        keep(
                TlbiNhAsid.NUMBER,
                shown.idr0().has(Idr0.ASID16) ? asid : asid & TlbiNhVa.ASID.of(LOW_ASID),
                0);
        long address = TlbiNhVa.ADDRESS.mask() | TlbiScope.LEAF.mask();
        keep(TlbiNhVa.NUMBER, word0[TlbiNhAsid.NUMBER], address);
        keep(TlbiNhVaa.NUMBER, 0, address);
        keep(TlbiNhAll.NUMBER, 0, 0);
        keep(TlbiNsnhAll.NUMBER, 0, 0);
        opcode[TlbiNsnhAll.NUMBER] = TlbiNhAll.NUMBER;
    }

    private void keep(int number, long ofWord0, long ofWord1) {
        opcode[number] = number;
        word0[number] = ofWord0;
        word1[number] = ofWord1;
    }

    /// Whether a command is one of those that have a scope: TLBI_*.
    boolean concern(long first) {
        return opcode[(int) Command.OPCODE.get(first)] != 0;
    }

    private boolean ranged(long second) {
        return (second & granule) != 0;
    }

    /// A single granule without a level is a reserved combination; the level 1 of 16 KiB is none unless DS.
    ///
    /// @param first word of a TLBI_NH_VA or NH_VAA
    /// @param second word
    boolean legal(long first, long second) {
        if (!ranged(second) || (first & range) != 0) {
            return true;
        }
        long level = TlbiScope.TTL.get(second);
        return level != 0 && (level != 1 || ds || TlbiScope.TG.get(second) != TG_16K);
    }

    /// Word 0 of what the hosts get.
    long word0(long first, long second) {
        int number = (int) Command.OPCODE.get(first);
        long kept = word0[number];
        if (word1[number] != 0 && ranged(second)) {
            kept |= range;
        }
        return opcode[number] | first & kept;
    }

    /// Word 1 of what the hosts get.
    long word1(long first, long second) {
        long kept = word1[(int) Command.OPCODE.get(first)];
        if (kept != 0 && ranged(second)) {
            kept |= TlbiScope.TG.mask() | TlbiScope.TTL.mask();
        }
        return second & kept;
    }
}
