package org.vinculum.smmu.translation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vinculum.iommu.Access.INSTRUCTION;
import static org.vinculum.iommu.Access.PRIVILEGED;
import static org.vinculum.iommu.Access.READ;
import static org.vinculum.iommu.Access.WRITE;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vinculum.iommu.Outcome;

/// What an ATS translation request is granted (IHI 0070, 13.7, its table of examples, and 13.7.1).
class RequestedPermissionsTests {
    private static final String NOTHING = "";
    private static final long UXN = 1L << 54;
    private static final long DBM = 1L << 51;
    private static final long READ_ONLY = 1L << 7;
    private static final long EL0 = 1L << 6;
    private static final long HA_AND_HD = 3L << 42;

    private final NestedBed nested = new NestedBed();

    private static int access(String letters) {
        int access = READ;
        access |= letters.contains("w") ? WRITE : 0;
        access |= letters.contains("x") ? INSTRUCTION : 0;
        return access | (letters.contains("p") ? PRIVILEGED : 0);
    }

    private String granted(int access) {
        if (nested.request(0, access) == Outcome.DENIED) {
            return NOTHING;
        }
        int granted = nested.bed.outcome.permissions();
        return ((granted & READ) != 0 ? "r" : "")
                + ((granted & WRITE) != 0 ? "w" : "")
                + ((granted & INSTRUCTION) != 0 ? "x" : "");
    }

    /// `w`, `x` and `p` of requests are NW = 0, Exe and Priv. Of pages, what privileged and unprivileged software may do.
    @ParameterizedTest(name = "a request {0} of a page {1}: {2}")
    @CsvSource({
        "r, u-ro, r",
        "rw, u-rw, rw",
        "rw, u-ro, r",
        "rwx, u-rw-xn, rw",
        "rx, u-ro-xn, r",
        "rw, u-rw-xn, rw",
        "rwx, u-rw, rwx",
        "rx, u-ro, rx",
        "rw, u-none, ''",
        "rwx, u-none, ''",
        "rwp, u-none, rw"
    })
    void aRequestIsGrantedWhatThePagePermits(String asked, String page, String expected) {
        long descriptor = NestedBed.STAGE_1_PAGE & ~EL0;
        descriptor |= page.contains("none") ? 0 : EL0;
        descriptor |= page.contains("ro") ? READ_ONLY : 0;
        descriptor |= page.contains("xn") ? UXN : 0;
        nested.stage1(0, NestedBed.IPA | descriptor);

        assertThat(granted(access(asked))).isEqualTo(expected);
    }

    @Test
    void aPageToExecuteOnlyIsNoneForAts() {
        nested.stage2(NestedBed.IPA, NestedBed.PA | NestedBed.STAGE_2_PAGE & ~0xc0);

        assertThat(granted(READ | INSTRUCTION)).isEqualTo(NOTHING);
    }

    @Test
    void whereAllReadsAreFetchesItCanBeRead() {
        nested.stage2(NestedBed.IPA, NestedBed.PA | NestedBed.STAGE_2_PAGE & ~0xc0);
        nested.entry(NestedBed.BOTH, NestedBed.FULL_ATS | 3L << 50);

        assertThat(granted(READ | INSTRUCTION)).isEqualTo("rx");
        assertThat(granted(READ)).isEqualTo("r");
    }

    @Test
    void whereNoReadIsAFetchWhatCanBeReadCanBeExecuted() {
        nested.stage1(0, NestedBed.IPA | NestedBed.STAGE_1_PAGE | UXN);
        nested.entry(NestedBed.BOTH, NestedBed.FULL_ATS | 2L << 50);

        assertThat(granted(READ | INSTRUCTION)).contains("x");
    }

    @Test
    void executionIsNotGrantedWithoutReading() {
        nested.stage2(NestedBed.IPA, NestedBed.PA | NestedBed.STAGE_2_PAGE & ~0x40);

        assertThat(granted(READ | WRITE | INSTRUCTION)).isEqualTo("w");
    }

    @Test
    void anOverriddenPrivilegeDecides() {
        nested.stage1(0, NestedBed.IPA | NestedBed.STAGE_1_PAGE & ~EL0);
        nested.entry(NestedBed.BOTH, NestedBed.FULL_ATS | 3L << 48);

        assertThat(granted(READ | WRITE)).isEqualTo("rw");
    }

    @Test
    void onlyARequestToWriteMakesAPageDirty() {
        nested.context(NestedBed.CONTEXT | HA_AND_HD, 0xff);
        long clean = NestedBed.IPA | NestedBed.STAGE_1_PAGE | DBM | READ_ONLY;
        nested.stage1(0, clean);

        assertThat(granted(READ)).isEqualTo("r");
        assertThat(nested.stage1(0)).isEqualTo(clean);

        assertThat(granted(READ | WRITE)).isEqualTo("rw");
        assertThat(nested.stage1(0)).isEqualTo(clean & ~READ_ONLY);
    }
}
