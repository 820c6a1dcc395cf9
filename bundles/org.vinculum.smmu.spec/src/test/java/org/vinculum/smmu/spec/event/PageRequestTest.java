package org.vinculum.smmu.spec.event;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.vinculum.smmu.spec.Words;

class PageRequestTest {
    @Test
    void aRequestToReadWithASubstream() {
        Words entry = Words.of(0x9001_2345_0000_0042L, 0xffff_8000_1234_51abL);

        assertThat(PageRequest.decode(entry))
                .isEqualTo(
                        new PageRequest(
                                0x42,
                                0x12345,
                                false,
                                false,
                                true,
                                false,
                                false,
                                true,
                                0x1ab,
                                0xffff_8000_1234_5000L));
        assertThat(PageRequest.decode(entry).encode()).isEqualTo(entry);
    }

    @Test
    void theOtherFlagsStandBetween() {
        Words entry = Words.of(0x6c00_0000_ffff_ffffL, 0);

        assertThat(PageRequest.decode(entry))
                .isEqualTo(new PageRequest(-1, 0, true, true, false, true, true, false, 0, 0));
        assertThat(PageRequest.decode(entry).encode()).isEqualTo(entry);
    }
}
