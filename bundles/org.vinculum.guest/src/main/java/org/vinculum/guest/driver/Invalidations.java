package org.vinculum.guest.driver;

import org.vinculum.smmu.spec.Substream;
import org.vinculum.smmu.spec.command.AtcInv;
import org.vinculum.smmu.spec.command.CfgiCd;
import org.vinculum.smmu.spec.command.CfgiSte;
import org.vinculum.smmu.spec.command.CfgiSteRange;
import org.vinculum.smmu.spec.command.Command;
import org.vinculum.smmu.spec.command.TlbiEl2All;
import org.vinculum.smmu.spec.command.TlbiNhAsid;
import org.vinculum.smmu.spec.command.TlbiNhVa;
import org.vinculum.smmu.spec.command.TlbiNsnhAll;
import org.vinculum.smmu.spec.command.TlbiScope;
import org.vinculum.smmu.spec.encoding.Granule;

/// What the SMMU has to forget, as commands; each method waits until it has.
final class Invalidations {
    private static final int EVERYTHING = 31;
    private static final int PAGE_BITS = 12;
    private static final int LEVEL_BITS = 9;
    private static final int LAST_LEVEL = 3;
    private static final int MOST_UNITS = 31;
    private static final int WHOLE_CACHE = 52;

    private final CommandBatch batch;
    private final boolean ranges;

    Invalidations(CommandBatch batch, boolean ranges) {
        this.batch = batch;
        this.ranges = ranges;
    }

    void allConfiguration() {
        batch.add(Command.OPCODE.of(CfgiSteRange.NUMBER), CfgiSteRange.RANGE.of(EVERYTHING));
        batch.submit();
    }

    void allTranslationsOfHypervisors() {
        batch.add(Command.OPCODE.of(TlbiEl2All.NUMBER), 0);
        batch.submit();
    }

    void allTranslations() {
        batch.add(Command.OPCODE.of(TlbiNsnhAll.NUMBER), 0);
        batch.submit();
    }

    void stream(int stream) {
        batch.add(
                Command.OPCODE.of(CfgiSte.NUMBER) | CfgiSte.STREAM_ID.of(stream),
                CfgiSte.LEAF.of(true));
        batch.submit();
    }

    void context(int[] streams, int substream, boolean leaf) {
        for (int stream : streams) {
            batch.add(
                    Command.OPCODE.of(CfgiCd.NUMBER)
                            | CfgiCd.STREAM_ID.of(stream)
                            | CfgiCd.SUBSTREAM_ID.of(substream),
                    CfgiCd.LEAF.of(leaf));
        }
        batch.submit();
    }

    void addressSpace(int asid) {
        batch.add(Command.OPCODE.of(TlbiNhAsid.NUMBER) | TlbiNhAsid.ASID.of(asid), 0);
        batch.submit();
    }

    /// Forgets leaves of one size in a range of addresses.
    ///
    /// @param granule bytes that one leaf maps
    void leaves(int asid, long address, long size, long granule) {
        if (ranges) {
            int bits = Long.numberOfTrailingZeros(granule);
            inRanges(asid, address, size, LAST_LEVEL - (bits - PAGE_BITS) / LEVEL_BITS, true);
        } else {
            oneByOne(asid, address, size, granule, true);
        }
        batch.submit();
    }

    /// Forgets tables, and whatever they led to.
    void tables(int asid, long address, long size) {
        if (ranges) {
            inRanges(asid, address, size, 0, false);
        } else {
            oneByOne(asid, address, size, GuestPages.PAGE, false);
        }
        batch.submit();
    }

    private void oneByOne(int asid, long address, long size, long granule, boolean leaf) {
        long word0 = Command.OPCODE.of(TlbiNhVa.NUMBER) | TlbiNhVa.ASID.of(asid);
        long word1 = TlbiScope.LEAF.of(leaf);
        for (long at = address; at < address + size; at += granule) {
            batch.add(word0, word1 | TlbiNhVa.ADDRESS.inPlace(at));
        }
    }

    /// Five bits of the number of pages at a time. One page at any level cannot be said (IHI 0070, 4.4.1.1), so it is two.
    private void inRanges(int asid, long address, long size, int level, boolean leaf) {
        long word0 = Command.OPCODE.of(TlbiNhVa.NUMBER) | TlbiNhVa.ASID.of(asid);
        long word1 =
                TlbiScope.LEAF.of(leaf)
                        | TlbiScope.TTL.of(level)
                        | TlbiScope.TG.of(Granule.KB_4.tg());
        long pages = size >>> PAGE_BITS;
        if (level == 0 && (pages & MOST_UNITS) == 1) {
            pages++;
        }
        for (long at = address; pages != 0; ) {
            int scale = Long.numberOfTrailingZeros(pages);
            long units = pages >>> scale & MOST_UNITS;
            batch.add(
                    word0 | TlbiScope.NUM.of(units - 1) | TlbiScope.SCALE.of(scale),
                    word1 | TlbiNhVa.ADDRESS.inPlace(at));
            at += units << scale + PAGE_BITS;
            pages -= units << scale;
        }
    }

    /// Forgets what devices have cached, in the smallest aligned power of two of pages around a range.
    ///
    /// @param substream -1 for none
    void deviceCaches(int[] streams, int substream, long address, long size) {
        long first = address >>> PAGE_BITS;
        long last = address + size - 1 >>> PAGE_BITS;
        int span = Long.SIZE - Long.numberOfLeadingZeros(first ^ last);
        give(streams, substream, (first & -1L << span) << PAGE_BITS, span);
    }

    void wholeDeviceCaches(int[] streams) {
        give(streams, -1, 0, WHOLE_CACHE);
    }

    private void give(int[] streams, int substream, long address, int span) {
        Substream tag = substream < 0 ? Substream.NONE : Substream.of(substream);
        for (int stream : streams) {
            var entry = new AtcInv(stream, tag, false, span, address).encode();
            batch.add(entry.word(0), entry.word(1));
        }
        batch.submit();
    }
}
