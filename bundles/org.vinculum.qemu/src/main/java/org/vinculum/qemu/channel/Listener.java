package org.vinculum.qemu.channel;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/// A socket in the file system that QEMU connects to. We listen before QEMU starts, so that nobody has to try again.
public final class Listener implements AutoCloseable {
    private static final long LOOK_MILLISECONDS = 50;

    private final Path path;
    private final ServerSocketChannel server;

    /// @param path where nothing is yet, of at most about 100 bytes
    public Listener(Path path) throws IOException {
        this.path = path;
        this.server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        try {
            server.bind(UnixDomainSocketAddress.of(path), 1);
            server.configureBlocking(false);
        } catch (IOException | RuntimeException e) {
            server.close();
            throw e;
        }
    }

    /// Waits for the connection.
    ///
    /// @param alive whether anybody is there who could connect
    /// @throws IOException when nobody did
    public SocketChannel accept(Duration patience, BooleanSupplier alive) throws IOException {
        long deadline = System.nanoTime() + patience.toNanos();
        try (Selector selector = Selector.open()) {
            server.register(selector, SelectionKey.OP_ACCEPT);
            while (true) {
                selector.select(LOOK_MILLISECONDS);
                SocketChannel connection = server.accept();
                if (connection != null) {
                    return connection;
                }
                check(deadline, alive);
            }
        }
    }

    private void check(long deadline, BooleanSupplier alive) throws IOException {
        if (Thread.currentThread().isInterrupted()) {
            throw new InterruptedIOException("interrupted while waiting for " + path);
        }
        if (!alive.getAsBoolean() || System.nanoTime() - deadline >= 0) {
            throw new IOException("nobody connected to " + path);
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        Files.deleteIfExists(path);
    }
}
