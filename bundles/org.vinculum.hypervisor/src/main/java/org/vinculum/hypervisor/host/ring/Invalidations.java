package org.vinculum.hypervisor.host.ring;

import org.vinculum.hypervisor.host.register.Identity;
import org.vinculum.smmu.spec.Substream;
import org.vinculum.smmu.spec.command.AtcInv;
import org.vinculum.smmu.spec.command.Command;
import org.vinculum.smmu.spec.command.TlbiNhAll;
import org.vinculum.smmu.spec.command.TlbiNhAsid;
import org.vinculum.smmu.spec.command.TlbiNhVa;
import org.vinculum.smmu.spec.command.TlbiNhVaa;
import org.vinculum.smmu.spec.command.TlbiScope;

/// Makes invalidations that a domain asks for into commands that the SMMU must accept and that reach nobody else: everything
/// that is not known to be wanted is dropped, and what the SMMU cannot express becomes more than was asked for.
public final class Invalidations {
    private static final long RANGE0 = TlbiScope.NUM.mask() | TlbiScope.SCALE.mask();
    private static final long SMALL_RANGE0 = TlbiScope.NUM.mask() | TlbiScope.SCALE.of(0x1f);
    private static final long RANGE1 = TlbiScope.TG.mask() | TlbiScope.TTL.mask();
    private static final long VA_WORD1 = TlbiScope.LEAF.mask() | TlbiNhVa.ADDRESS.mask() | RANGE1;
    private static final int GRANULE_16K = 2;
    private static final int EVERYTHING = 52;
    private static final long LOW_ASID = TlbiNhVa.ASID.of(0xffL);

    private final boolean ranges;
    private final long rangeBits;
    private final long asid;
    private final boolean substreams;

    public Invalidations(Identity identity) {
        ranges = identity.rangeInvalidation();
        rangeBits = identity.largeRanges() ? RANGE0 : SMALL_RANGE0;
        asid = identity.asid16() ? TlbiNhVa.ASID.mask() : LOW_ASID;
        substreams = identity.substreams();
    }

    /// Adds one of CMD_TLBI_NH_*.
    ///
    /// @throws IllegalArgumentException for another opcode
    public void append(CommandRing ring, int vmid, long word0, long word1) {
        int opcode = (int) Command.OPCODE.get(word0);
        long start = Command.OPCODE.of(opcode) | TlbiNhVa.VMID.of(vmid);
        switch (opcode) {
            case TlbiNhAll.NUMBER -> ring.append(start, 0);
            case TlbiNhAsid.NUMBER -> ring.append(start | word0 & asid, 0);
            case TlbiNhVa.NUMBER -> byAddress(ring, start | word0 & (asid | rangeBits), word1);
            case TlbiNhVaa.NUMBER -> byAddress(ring, start | word0 & rangeBits, word1);
            default ->
                    throw new IllegalArgumentException(
                            "no invalidation of stage 1: 0x" + Long.toHexString(word0));
        }
    }

    private void byAddress(CommandRing ring, long word0, long word1) {
        if (TlbiScope.TG.get(word1) == 0) {
            ring.append(word0 & ~RANGE0, word1 & VA_WORD1 & ~RANGE1);
        } else if (!ranges) {
            ring.append(Command.OPCODE.of(TlbiNhAll.NUMBER) | TlbiNhAll.VMID.inPlace(word0), 0);
        } else if (TlbiScope.TTL128.isSet(word1)) {
            range(ring, word0, word1 & ~TlbiScope.TTL.mask());
        } else {
            range(ring, word0, word1);
        }
    }

    /// A range of one granule is reserved unless it says a level (IHI 0070, 4.4.1); the single address reaches as much.
    private static void range(CommandRing ring, long word0, long word1) {
        long level = TlbiScope.TTL.get(word1);
        boolean levelSaid = level != 0 && !(level == 1 && TlbiScope.TG.get(word1) == GRANULE_16K);
        if ((word0 & RANGE0) == 0 && !levelSaid) {
            ring.append(word0, word1 & VA_WORD1 & ~RANGE1);
        } else {
            ring.append(word0, word1 & VA_WORD1);
        }
    }

    /// Adds CMD_ATC_INV. What it asks for beyond the architecture counts as everything.
    public void appendAtc(CommandRing ring, int stream, long word0, long word1) {
        long kept = substreams ? word0 & (Substream.SSV.mask() | ssid(word0)) : 0;
        long size = Math.min(AtcInv.SIZE.get(word1), EVERYTHING);
        ring.append(
                Command.OPCODE.of(AtcInv.NUMBER) | AtcInv.STREAM_ID.of(stream) | kept,
                AtcInv.SIZE.of(size) | AtcInv.ADDRESS.inPlace(word1));
    }

    private static long ssid(long word0) {
        return Substream.SSV.isSet(word0)
                ? Substream.SUBSTREAM_ID.mask() | AtcInv.GLOBAL.mask()
                : 0;
    }
}
