package org.vinculum.qemu.compare;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BootTest {
    private long nanos;
    private final Boot boot = new Boot(() -> nanos);

    @Test
    void theClockStartsWithTheProcessors() {
        nanos = 5_000_000_000L;
        boot.progress("Linux with 2 processors");
        nanos = 7_000_000_000L;
        boot.progress("QEMU 7.2.22");
        nanos = 9_500_000_000L;
        boot.console("[    1.900000] VINCULUM-FIGURE: boot 1.90 s\r\n");
        nanos = 10_000_000_000L;
        boot.console("[    2.300000] VINCULUM-TEST: probe ok\r\n");

        assertThat(boot.emulator()).contains("QEMU 7.2.22");
        assertThat(boot.bootSeconds()).hasValue(2.5);
        assertThat(boot.attached()).hasValue(3);
        assertThat(boot.figure(Boot.BOOT)).hasValue(1.9);
    }

    @Test
    void figuresAreWhatTheGuestSays() {
        boot.console("VINCULUM-FIGURE: map-unmap-pairs 17");
        boot.console("19.4 1/s\nVINCULUM-FIGURE: dma-rate 10210.3 1/s\n");

        assertThat(boot.figure(Boot.PAIRS)).hasValue(1719.4);
        assertThat(boot.figure(Boot.DMA)).hasValue(10_210.3);
        assertThat(boot.bootSeconds()).isEmpty();
        assertThat(boot.attached()).isEmpty();
    }

    @Test
    void whatIsNoFigureIsLeftOut() {
        boot.console("VINCULUM-FIGURE: boot soon\nVINCULUM-FIGURE: boot\nVINCULUM-FIGURE: \n");

        assertThat(boot.figure(Boot.BOOT)).isEmpty();
        assertThat(boot.booted()).isNotDone();
    }

    @Test
    void theKernelIsNamedByItsRelease() {
        boot.console("[    0.000000] Linux version 6.1.0-56-cloud-arm64 (debian@x) #1 SMP\n");

        assertThat(boot.kernel()).contains("6.1.0-56-cloud-arm64");
    }
}
