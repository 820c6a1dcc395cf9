package org.vinculum.guest.workload;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SamplesTest {
    @Test
    void aPercentileIsAValueThatWasMeasured() {
        Samples samples = new Samples();
        for (int i = 2000; i > 0; i--) {
            samples.add(i);
        }

        assertThat(samples.percentile(50)).isEqualTo(1000);
        assertThat(samples.percentile(99)).isEqualTo(1980);
        assertThat(samples.percentile(99.5)).isEqualTo(1990);
        assertThat(samples.most()).isEqualTo(2000);
    }

    @Test
    void nothingMeasuredIsZero() {
        assertThat(new Samples().percentile(99)).isZero();
    }
}
