package org.vinculum.qemu.channel;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;

/// A UNIX socket with both its ends: ours, and that of a QEMU which a test plays.
final class SocketPair implements AutoCloseable {
    final SocketChannel ours;
    final SocketChannel qemu;

    SocketPair(Path folder) throws IOException {
        Path path = folder.resolve("socket");
        try (Listener listener = new Listener(path)) {
            qemu = SocketChannel.open(StandardProtocolFamily.UNIX);
            qemu.connect(UnixDomainSocketAddress.of(path));
            ours = listener.accept(Duration.ofSeconds(10), () -> true);
        }
    }

    void say(String text) throws IOException {
        ByteBuffer bytes = StandardCharsets.UTF_8.encode(text);
        while (bytes.hasRemaining()) {
            qemu.write(bytes);
        }
    }

    /// Waits for that many bytes.
    String hear(int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length);
        while (bytes.hasRemaining() && qemu.read(bytes) >= 0) {}
        return StandardCharsets.UTF_8.decode(bytes.flip()).toString();
    }

    @Override
    public void close() throws IOException {
        ours.close();
        qemu.close();
    }
}
