package org.vinculum.qemu.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QtestTest {
    private SocketPair sockets;
    private Qtest qtest;

    @BeforeEach
    void connect(@TempDir Path folder) throws IOException {
        sockets = new SocketPair(folder);
        qtest = new Qtest(sockets.ours);
    }

    @AfterEach
    void disconnect() throws IOException {
        qtest.close();
        sockets.close();
    }

    @Test
    void aPulseSetsALineAndClearsIt() throws IOException {
        sockets.say("OK\nOK\n");

        qtest.pulse("/machine/unattached/device[2]", 100);
        qtest.exchange();

        String expected =
                "set_irq_in /machine/unattached/device[2] unnamed-gpio-in 100 1\n"
                        + "set_irq_in /machine/unattached/device[2] unnamed-gpio-in 100 0\n";
        assertThat(sockets.hear(expected.length())).isEqualTo(expected);
    }

    @Test
    void aWriteIsHexadecimal() throws IOException {
        sockets.say("OK\n");

        qtest.write(0x8090040L, -1);
        qtest.exchange();

        assertThat(sockets.hear(28)).isEqualTo("writel 0x8090040 0xffffffff\n");
    }

    @Test
    void nothingIsSentWhenThereIsNothing() throws IOException {
        qtest.exchange();

        sockets.ours.close();
        assertThat(sockets.hear(1)).isEmpty();
    }

    @Test
    void aReadGivesWhatQemuAnswers() throws IOException {
        sockets.say("OK 0x00000000edfe0dd0\n");

        assertThat(qtest.read(0x4000_0000L)).isEqualTo(0xedfe0dd0);
        assertThat(sockets.hear(17)).isEqualTo("readl 0x40000000\n");
    }

    @Test
    void linesThatTellOfInterruptsAreNoAnswers() throws IOException {
        sockets.say("IRQ raise 3\nOK 0x1\n");

        assertThat(qtest.read(0)).isEqualTo(1);
    }

    @Test
    void aRefusalIsAnErrorWithItsText() throws IOException {
        sockets.say("FAIL Unknown device\n");

        qtest.write(0, 0);
        assertThatThrownBy(qtest::exchange)
                .isInstanceOf(IOException.class)
                .hasMessage("QEMU answered 'FAIL Unknown device'");
    }

    @Test
    void aNumberThatIsNoneIsAnError() throws IOException {
        sockets.say("OK zero\n");

        assertThatThrownBy(() -> qtest.read(0)).isInstanceOf(IOException.class);
    }

    @Test
    void aQemuThatHasGoneIsAnError() throws IOException {
        sockets.qemu.close();

        qtest.write(0, 0);
        assertThatThrownBy(qtest::exchange).isInstanceOf(IOException.class);
    }

    @Test
    void anEndlessLineIsAnError() throws IOException {
        sockets.say("O".repeat(5000));

        qtest.write(0, 0);
        assertThatThrownBy(qtest::exchange)
                .isInstanceOf(IOException.class)
                .hasMessageContaining("4096");
    }

    @Test
    void anInterruptedThreadDoesNotWait() {
        qtest.write(0, 0);

        Thread.currentThread().interrupt();
        assertThatThrownBy(qtest::exchange).isInstanceOf(IOException.class);
        assertThat(Thread.interrupted()).isTrue();
    }
}
