package org.vinculum.qemu.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LinesTest {
    @Test
    void aSilentOtherSideIsAnErrorAfterAWhile(@TempDir Path folder) throws IOException {
        try (SocketPair sockets = new SocketPair(folder);
                Lines lines = new Lines(sockets.ours, Duration.ofMillis(20), 10)) {
            assertThatThrownBy(lines::receive)
                    .isInstanceOf(IOException.class)
                    .hasMessage("QEMU did not answer");
        }
    }

    @Test
    void anOtherSideThatDoesNotReadIsAnErrorAfterAWhile(@TempDir Path folder) throws IOException {
        try (SocketPair sockets = new SocketPair(folder);
                Lines lines = new Lines(sockets.ours, Duration.ofMillis(20), 10)) {
            assertThatThrownBy(() -> lines.send("x".repeat(4 << 20)))
                    .isInstanceOf(IOException.class)
                    .hasMessage("QEMU did not answer");
        }
    }

    @Test
    void linesInPiecesArePutTogether(@TempDir Path folder) throws Exception {
        try (SocketPair sockets = new SocketPair(folder);
                Lines lines = new Lines(sockets.ours, Duration.ofSeconds(10), 10)) {
            sockets.say("on");
            CompletableFuture<String> line = CompletableFuture.supplyAsync(() -> next(lines));
            sockets.say("e\ntwo\n");

            assertThat(line.get()).isEqualTo("one");
            assertThat(lines.receive()).isEqualTo("two");
        }
    }

    private static String next(Lines lines) {
        try {
            return lines.receive();
        } catch (IOException e) {
            return e.toString();
        }
    }

    @Test
    void nobodyWhoConnectsIsAnErrorAsSoonAsNobodyCan(@TempDir Path folder) throws IOException {
        try (Listener listener = new Listener(folder.resolve("socket"))) {
            assertThatThrownBy(() -> listener.accept(Duration.ofHours(1), () -> false))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("nobody connected");
        }
        assertThat(folder).isEmptyDirectory();
    }
}
