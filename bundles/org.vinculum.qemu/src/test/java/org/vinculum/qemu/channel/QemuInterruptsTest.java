package org.vinculum.qemu.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QemuInterruptsTest {
    private static final String PULSE =
            "set_irq_in gic unnamed-gpio-in 100 1\nset_irq_in gic unnamed-gpio-in 100 0\n";

    private SocketPair sockets;
    private Qtest qtest;
    private final QemuInterrupts interrupts = new QemuInterrupts();

    @BeforeEach
    void connect(@TempDir Path folder) throws IOException {
        sockets = new SocketPair(folder);
        qtest = new Qtest(sockets.ours);
    }

    @AfterEach
    void disconnect() throws IOException {
        interrupts.close();
        qtest.close();
        sockets.close();
    }

    @Test
    void edgesThatWaitedMakeOne() throws IOException {
        interrupts.raise(132);
        interrupts.raise(132);
        interrupts.message(0, 7);
        interrupts.connect(qtest, "gic");

        String expected = PULSE + "writel 0x8090040 0x7\n";
        assertThat(sockets.hear(expected.length())).isEqualTo(expected);
        assertThat(interrupts.edges()).isEqualTo(2);
    }

    @Test
    void anEdgeAfterAnAnswerIsSentAgain() throws IOException {
        interrupts.connect(qtest, "gic");
        interrupts.raise(132);
        String first = sockets.hear(PULSE.length());
        interrupts.raise(132);
        sockets.say("OK\nOK\n");

        assertThat(first + sockets.hear(PULSE.length())).isEqualTo(PULSE + PULSE);
    }

    @Test
    void equalMessagesAreEachSent() throws IOException {
        interrupts.message(0, 1);
        interrupts.message(0, 1);
        interrupts.connect(qtest, "gic");

        String one = "writel 0x8090040 0x1\n";
        assertThat(sockets.hear(2 * one.length())).isEqualTo(one + one);
    }

    @Test
    void whoBringsTooManyMessagesWaitsUntilTheyAreSent() throws Exception {
        int many = WaitingInterrupts.MOST_MESSAGES + 100;
        Thread sender = Thread.ofPlatform().start(() -> sendMany(many));
        interrupts.connect(qtest, "gic");

        String one = "writel 0x8090040 0x1\n";
        for (int i = 0; i < many; i++) {
            assertThat(sockets.hear(one.length())).isEqualTo(one);
            sockets.say("OK\n");
        }
        assertThat(sender.join(Duration.ofSeconds(10))).isTrue();
    }

    private void sendMany(int count) {
        for (int i = 0; i < count; i++) {
            interrupts.message(0, 1);
        }
    }

    @Test
    void aQemuThatHasGoneLetsNobodyWait() throws Exception {
        sockets.qemu.close();
        interrupts.connect(qtest, "gic");
        sendMany(2 * WaitingInterrupts.MOST_MESSAGES);

        assertThat(interrupts.failure().get(10, TimeUnit.SECONDS)).contains("no longer reach");
    }

    @Test
    void whatIsNoSpiIsRefused() {
        assertThatThrownBy(() -> interrupts.raise(31))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("31");
        assertThatThrownBy(() -> interrupts.raise(288))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
