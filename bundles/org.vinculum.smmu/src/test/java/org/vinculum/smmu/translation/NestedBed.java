package org.vinculum.smmu.translation;

import org.vinculum.iommu.Access;
import org.vinculum.iommu.CacheSizes;
import org.vinculum.smmu.control.Control;

/// A stream with both stages, 4 KiB pages, 39 bits, IPAs of 40 bits. Stage 2 maps every IPA of RAM to itself, except 0x70000, which it maps
/// to 0x50000, where stage 1 maps address 0. Contexts of substreams 0 and 1 are at 0x2000.
final class NestedBed {
    static final int STREAM = 5;
    static final int BOTH = 0xf;
    static final int ONLY_1 = 0xb;
    static final int BYPASS = 0x9;
    static final long IPA = 0x70000;
    static final long PA = 0x50000;
    static final long FULL_ATS = 1L << 28;
    static final long SPLIT_ATS = 2L << 28;
    static final long OVERRIDES_AS_INCOMING = 1L << 44;

    /// Read and write, write-back, inner shareable, accessed.
    static final long STAGE_2_PAGE = 0x7ff;

    /// Read and write for everybody, MAIR 0, inner shareable, accessed.
    static final long STAGE_1_PAGE = 0x743;

    static final long CONTEXT = 0x0009_6202_c000_0019L;
    private static final long STAGE_2 = 0x040d_0059_0000_0005L;
    private static final long LAST_1 = 0x22000;
    private static final long LAST_2 = 0x12000;

    final Bed bed;

    NestedBed() {
        this(CacheSizes.NONE);
    }

    NestedBed(CacheSizes caches) {
        bed = new Bed(caches);
        bed.words(0x10000, 0x11003).words(0x11000, LAST_2 | 3);
        for (long page = 0; page < Bed.RAM; page += 0x1000) {
            stage2(page, page | STAGE_2_PAGE);
        }
        stage2(IPA, PA | STAGE_2_PAGE);
        context(CONTEXT, 0xff);
        bed.words(0x20000, 0x21003).words(0x21000, LAST_1 | 3);
        stage1(0, IPA | STAGE_1_PAGE);
        entry(BOTH, FULL_ATS);
        checks(true);
    }

    void context(long word0, long mair) {
        bed.words(0x2000, word0, 0x20000, 0, mair, 0, 0, 0, 0);
        bed.words(0x2040, word0, 0x20000, 0, mair, 0, 0, 0, 0);
    }

    void stage1(long address, long descriptor) {
        bed.words(LAST_1 + (address >> 12) * 8, descriptor);
    }

    long stage1(long address) {
        return bed.ram.getLong(LAST_1 + (address >> 12) * 8);
    }

    void stage2(long ipa, long descriptor) {
        bed.words(LAST_2 + (ipa >> 12) * 8, descriptor);
    }

    /// @param word1 without SHCFG, which is as incoming
    void entry(long config, long word1) {
        long contexts = (config & 3) == 3 ? 0x2000 : 0;
        bed.stream(
                STREAM, config | contexts, word1 | OVERRIDES_AS_INCOMING, STAGE_2, 0x10000, 0, 0);
    }

    /// Two contexts, of which transactions without substream use what S1DSS says.
    void substreams(long config, int missing, long word1) {
        entry(config | 1L << 59, word1 | missing);
    }

    void checks(boolean ats) {
        control(true, ats);
    }

    void control(boolean enabled, boolean ats) {
        bed.control.set(new Control(enabled, ats, false, true, false, Bed.STREAMS, 4, 0, 0x1000));
    }

    long request(long address, int access) {
        return request(-1, address, access);
    }

    long request(int substream, long address, int access) {
        return bed.engine.requestTranslation(STREAM, substream, address, access, bed.outcome);
    }

    long translated(long address, int access) {
        return bed.translate(STREAM, address, access | Access.TRANSLATED);
    }
}
