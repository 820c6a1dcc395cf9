package org.vinculum.smmu.spec.encoding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vinculum.smmu.spec.encoding.Granule.KB_16;
import static org.vinculum.smmu.spec.encoding.Granule.KB_4;
import static org.vinculum.smmu.spec.encoding.Granule.KB_64;

import org.junit.jupiter.api.Test;

class GranuleTest {
    @Test
    void theLowerTableCounts4And64And16() {
        assertThat(Granule.ofTg0(0)).hasValue(KB_4);
        assertThat(Granule.ofTg0(1)).hasValue(KB_64);
        assertThat(Granule.ofTg0(2)).hasValue(KB_16);
        assertThat(Granule.ofTg0(3)).isEmpty();
    }

    @Test
    void theUpperTableCounts16And4And64() {
        assertThat(Granule.ofTg1(0)).isEmpty();
        assertThat(Granule.ofTg1(1)).hasValue(KB_16);
        assertThat(Granule.ofTg1(2)).hasValue(KB_4);
        assertThat(Granule.ofTg1(3)).hasValue(KB_64);
    }

    @Test
    void aCommandCounts4And16And64() {
        assertThat(Granule.ofTg(0)).isEmpty();
        assertThat(Granule.ofTg(1)).hasValue(KB_4);
        assertThat(Granule.ofTg(2)).hasValue(KB_16);
        assertThat(Granule.ofTg(3)).hasValue(KB_64);
    }

    @Test
    void eachIsEncodedAsItIsDecoded() {
        for (Granule granule : Granule.values()) {
            assertThat(Granule.ofTg0(granule.tg0())).hasValue(granule);
            assertThat(Granule.ofTg1(granule.tg1())).hasValue(granule);
            assertThat(Granule.ofTg(granule.tg())).hasValue(granule);
        }
    }

    @Test
    void aPageHoldsDescriptorsOfEightBytes() {
        assertThat(KB_4.indexBits()).isEqualTo(9);
        assertThat(KB_16.indexBits()).isEqualTo(11);
        assertThat(KB_64.indexBits()).isEqualTo(13);
    }
}
