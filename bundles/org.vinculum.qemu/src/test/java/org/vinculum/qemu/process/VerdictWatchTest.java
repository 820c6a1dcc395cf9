package org.vinculum.qemu.process;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class VerdictWatchTest {
    private final VerdictWatch watch = new VerdictWatch();

    private Verdict take(String... pieces) {
        for (String piece : pieces) {
            watch.take(piece);
        }
        return watch.verdict().getNow(null);
    }

    @Test
    void aLineInPiecesIsRecognised() {
        assertThat(take("boot\nVINCU", "LUM-GUEST: PA", "SS 12 tests", "\r", "\n"))
                .isEqualTo(new Verdict(true, "PASS 12 tests"));
    }

    @Test
    void aFailureSaysWhat() {
        assertThat(take("VINCULUM-GUEST: FAIL copy: byte 7 differs\n"))
                .isEqualTo(new Verdict(false, "FAIL copy: byte 7 differs"));
    }

    @Test
    void aLineThatDoesNotEndIsNoVerdictYet() {
        assertThat(take("VINCULUM-GUEST: PASS")).isNull();
    }

    @Test
    void theFirstCounts() {
        assertThat(take("VINCULUM-GUEST: FAIL x\nVINCULUM-GUEST: PASS\n").passed()).isFalse();
    }

    @Test
    void elsewhereInALineItIsNone() {
        assertThat(take("+ echo VINCULUM-GUEST: PASS\n", "[1.2 x] VINCULUM-GUEST: PASS\n"))
                .isNull();
    }

    @Test
    void theTimeOfAKernelMayStandBefore() {
        assertThat(take("[    2.848693] VINCULUM-GUEST: PASS 12 tests\r\n"))
                .isEqualTo(new Verdict(true, "PASS 12 tests"));
    }

    @Test
    void anotherWordIsNone() {
        assertThat(take("VINCULUM-GUEST: PASSING\nVINCULUM-GUEST: \nVINCULUM-GUEST:\n")).isNull();
    }

    @Test
    void ofALongLineTheStartIsKept() {
        Verdict verdict = take("VINCULUM-GUEST: FAIL ", "x".repeat(1 << 20), "\n");

        assertThat(verdict.text()).hasSize(240).startsWith("FAIL xxx");
    }

    @Test
    void afterALongLineTheNextIsRead() {
        assertThat(take("x".repeat(1 << 20), "\nVINCULUM-GUEST: PASS\n").passed()).isTrue();
    }

    @Test
    void controlCharactersDoNotComeThrough() {
        assertThat(take("VINCULUM-GUEST: FAIL a\u001b[2Jb\u202ec\td\n").text())
                .isEqualTo("FAIL a?[2Jb?c d");
    }
}
