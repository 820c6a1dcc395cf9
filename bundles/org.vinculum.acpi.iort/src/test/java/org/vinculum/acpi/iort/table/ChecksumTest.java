package org.vinculum.acpi.iort.table;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ChecksumTest {
    @Test
    void itMakesAllBytesAddUpTo0() {
        byte[] table = new byte[48];
        table[0] = 1;
        table[47] = (byte) 0xf0;

        assertThat(Checksum.of(table, 48)).isEqualTo(0x0f);
    }

    @Test
    void whatTheFieldHoldsDoesNotMatter() {
        byte[] table = new byte[48];
        table[9] = 0x77;

        assertThat(Checksum.of(table, 48)).isZero();
    }

    @Test
    void whatTrailsTheTableDoesNotMatter() {
        byte[] file = new byte[50];
        file[48] = 1;

        assertThat(Checksum.of(file, 48)).isZero();
    }
}
