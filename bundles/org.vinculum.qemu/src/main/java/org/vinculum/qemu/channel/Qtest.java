package org.vinculum.qemu.channel;

import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.time.Duration;

/// QEMU's test protocol, which can pull an interrupt line of, and write to the memory of, a guest that runs: one command a
/// line, one answer each. For one thread at a time.
public final class Qtest implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int LONGEST_LINE = 4096;

    private final Lines lines;
    private final StringBuilder commands = new StringBuilder();
    private int unanswered;

    /// @param channel connected; belongs to this from now on
    public Qtest(SocketChannel channel) throws IOException {
        lines = new Lines(channel, PATIENCE, LONGEST_LINE);
    }

    /// Adds an edge of a line to what is sent next.
    ///
    /// @param controller path in QEMU's object tree
    /// @param line number of one of its unnamed inputs
    void pulse(String controller, int line) {
        set(controller, line, 1);
        set(controller, line, 0);
    }

    private void set(String controller, int line, int level) {
        commands.append("set_irq_in ").append(controller).append(" unnamed-gpio-in ");
        commands.append(line).append(' ').append(level);
        endCommand();
    }

    /// Adds four bytes, in the guest's byte order, to what is sent next.
    ///
    /// @param address guest physical
    void write(long address, int value) {
        commands.append("writel 0x").append(Long.toHexString(address));
        commands.append(" 0x").append(Integer.toHexString(value));
        endCommand();
    }

    private void endCommand() {
        commands.append('\n');
        unanswered++;
    }

    /// Reads four bytes, in the guest's byte order.
    ///
    /// @param address guest physical
    /// @throws IOException as for [#exchange]
    public int read(long address) throws IOException {
        exchange();
        lines.send("readl 0x" + Long.toHexString(address) + "\n");
        String answer = answer();
        try {
            return (int) Long.decode(answer.strip()).longValue();
        } catch (NumberFormatException e) {
            throw new IOException("QEMU answered 'OK" + answer + "' to readl", e);
        }
    }

    /// Sends what was added, all at once, and waits for the answers.
    ///
    /// @throws IOException when QEMU has gone, does not answer in time, or refuses
    public void exchange() throws IOException {
        int expected = unanswered;
        String text = commands.toString();
        commands.setLength(0);
        unanswered = 0;
        if (expected != 0) {
            lines.send(text);
        }
        for (int i = 0; i < expected; i++) {
            answer();
        }
    }

    /// What follows `OK`. Lines that tell of interrupts are nobody's answer.
    private String answer() throws IOException {
        String line = lines.receive();
        while (line.startsWith("IRQ ")) {
            line = lines.receive();
        }
        if (!line.startsWith("OK")) {
            throw new IOException("QEMU answered '" + line + "'");
        }
        return line.substring("OK".length());
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
