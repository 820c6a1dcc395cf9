package org.vinculum.qemu.channel;

import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/// Lines over a socket, with a bound on their length and on the wait for them. For one thread at a time.
final class Lines implements AutoCloseable {
    private static final int PIECE = 4096;

    private final SocketChannel channel;
    private final Selector selector;
    private final long patience;
    private final int longest;
    private final ByteBuffer piece = ByteBuffer.allocate(PIECE).flip();
    private final StringBuilder line = new StringBuilder();

    /// @param patience how long one line may take to be sent or to come
    /// @param longest bytes of a line
    Lines(SocketChannel channel, Duration patience, int longest) throws IOException {
        this.channel = channel;
        this.patience = patience.toNanos();
        this.longest = longest;
        channel.configureBlocking(false);
        selector = Selector.open();
        channel.register(selector, SelectionKey.OP_READ);
    }

    /// @param text ASCII, of whole lines
    void send(CharSequence text) throws IOException {
        ByteBuffer bytes = StandardCharsets.US_ASCII.encode(text.toString());
        long start = System.nanoTime();
        while (channel.write(bytes) >= 0 && bytes.hasRemaining()) {
            await(SelectionKey.OP_WRITE, start);
        }
    }

    /// @return the next line without its end
    /// @throws IOException when the other side has closed, is too slow, or says too much
    String receive() throws IOException {
        line.setLength(0);
        long start = System.nanoTime();
        while (true) {
            while (!piece.hasRemaining()) {
                fill(start);
            }
            char c = (char) (piece.get() & 0xff);
            if (c == '\n') {
                return line.toString();
            }
            if (line.length() == longest) {
                throw new IOException("QEMU answered with a line of more than " + longest);
            }
            line.append(c);
        }
    }

    private void fill(long start) throws IOException {
        int read = channel.read(piece.clear());
        piece.flip();
        if (read < 0) {
            throw new EOFException("QEMU closed a socket");
        }
        if (read == 0) {
            await(SelectionKey.OP_READ, start);
        }
    }

    private void await(int operation, long start) throws IOException {
        long left = patience - (System.nanoTime() - start);
        if (left <= 0) {
            throw new IOException("QEMU did not answer");
        }
        channel.keyFor(selector).interestOps(operation);
        selector.select(Math.max(1, Duration.ofNanos(left).toMillis()));
        selector.selectedKeys().clear();
        if (Thread.currentThread().isInterrupted()) {
            throw new InterruptedIOException("interrupted while QEMU was asked");
        }
    }

    @Override
    public void close() throws IOException {
        selector.close();
        channel.close();
    }
}
