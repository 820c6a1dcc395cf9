package org.vinculum.smmu.spec.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.vinculum.smmu.spec.Words;

class TlbiTest {
    private static final long VA = 0xffff_8000_1234_5000L;

    /// NUM 5, SCALE 0x21, TG 1, TTL 3, TTL128, Leaf.
    private static final TlbiScope SCOPE = new TlbiScope(true, 1, 3, true, 5, 0x21);

    private static void same(long word0, long word1, Command command) {
        Words entry = Words.of(word0, word1);

        assertThat(Command.decode(entry)).isEqualTo(command);
        assertThat(command.encode()).isEqualTo(entry);
    }

    @Test
    void nhAllNamesAVmid() {
        same(0x0000_beef_0000_0010L, 0, new TlbiNhAll(0xbeef));
    }

    @Test
    void nhAsidNamesVmidAndAsid() {
        same(0xa51d_beef_0000_0011L, 0, new TlbiNhAsid(0xbeef, 0xa51d));
    }

    @Test
    void nhVaHasItsRangeInTheFirstWordAndTheRestInTheSecond() {
        same(
                0xa51d_beef_0210_5012L,
                0xffff_8000_1234_5781L,
                new TlbiNhVa(0xbeef, 0xa51d, SCOPE, VA));
    }

    @Test
    void nhVaaHasNoAsid() {
        same(0x0000_beef_0210_5013L, 0xffff_8000_1234_5781L, new TlbiNhVaa(0xbeef, SCOPE, VA));
        assertThat(Command.decode(0xa51d_beef_0210_5013L, 0xffff_8000_1234_5781L))
                .isEqualTo(new TlbiNhVaa(0xbeef, SCOPE, VA));
    }

    @Test
    void el2CommandsHaveNoVmid() {
        same(0x20, 0, new TlbiEl2All());
        same(0xa51d_0000_0000_0021L, 0, new TlbiEl2Asid(0xa51d));
        same(0xa51d_0000_0210_5022L, 0xffff_8000_1234_5781L, new TlbiEl2Va(0xa51d, SCOPE, VA));
        same(
                0x23,
                0x0000_8000_1234_5001L,
                new TlbiEl2Vaa(TlbiScope.address(true), 0x0000_8000_1234_5000L));
    }

    @Test
    void s12VmallNamesAVmid() {
        same(0x0000_beef_0000_0028L, 0, new TlbiS12Vmall(0xbeef));
    }

    @Test
    void s2IpaHasAnAddressOf56Bits() {
        var command = new TlbiS2Ipa(0xbeef, TlbiScope.address(false), 0x00ff_8000_1234_5000L);

        same(0x0000_beef_0000_002aL, 0x00ff_8000_1234_5000L, command);
        assertThat(Command.decode(0x0000_beef_0000_002aL, 0x12ff_8000_1234_5000L))
                .isEqualTo(command);
    }

    @Test
    void nsnhAllHasNoOperands() {
        same(0x30, 0, new TlbiNsnhAll());
    }

    @Test
    void aRangeOf16KilobyteGranules() {
        assertThat(TlbiScope.range(false, 2, 0, 31, 39))
                .isEqualTo(((TlbiNhVaa) Command.decode(0x0271_f013L, 0x800)).scope());
    }

    @Test
    void whatAnAddressHasBelowThePageIsDropped() {
        assertThat(new TlbiNhVaa(0, TlbiScope.address(false), 0x1fff).encode())
                .isEqualTo(Words.of(0x13, 0x1000));
    }
}
