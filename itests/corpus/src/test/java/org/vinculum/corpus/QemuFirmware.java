package org.vinculum.corpus;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The ACPI tables that QEMU makes for a virt machine, read the way firmware reads them: through fw_cfg, with no firmware run.
final class QemuFirmware implements AutoCloseable {
    /// Where a virt machine has fw_cfg: data, and the selector behind it.
    private static final long DATA = 0x902_0000L;

    private static final long SELECTOR = DATA + 8;

    /// Where a virt machine has the configuration space of slot 1 on bus 0.
    private static final long SLOT_1 = 0x40_1000_0000L + (1 << 15);

    private static final int SUBORDINATE_BUS = 0x1a;

    private static final int DIRECTORY = 0x19;
    private static final int ENTRY = 64;
    private static final int NAME = 8;

    private final Process qemu;
    private final BufferedWriter commands;
    private final BufferedReader answers;

    QemuFirmware(String machine, Path log) throws IOException {
        qemu =
                new ProcessBuilder(
                                "qemu-system-aarch64",
                                "-nodefaults",
                                "-display",
                                "none",
                                "-machine",
                                machine,
                                "-device",
                                "pcie-root-port,addr=1",
                                "-S",
                                "-qtest",
                                "stdio",
                                "-qtest-log",
                                "none")
                        .redirectError(log.toFile())
                        .start();
        commands = qemu.outputWriter(StandardCharsets.US_ASCII);
        answers =
                new BufferedReader(
                        new InputStreamReader(qemu.getInputStream(), StandardCharsets.US_ASCII));
    }

    /// Gives all bus numbers away, as firmware does before it reads the tables: QEMU describes the buses that there are.
    void enumerate() throws IOException {
        ask(String.format(Locale.ROOT, "writeb 0x%x 0xff", SLOT_1 + SUBORDINATE_BUS));
    }

    /// The first table with a signature; empty when there is none. Its checksum is what firmware would still have to add.
    Optional<byte[]> table(String signature) throws IOException {
        byte[] tables = file("etc/acpi/tables").orElse(new byte[0]);
        ByteBuffer buffer = ByteBuffer.wrap(tables).order(ByteOrder.LITTLE_ENDIAN);
        int wanted =
                ByteBuffer.wrap(signature.getBytes(StandardCharsets.US_ASCII))
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .getInt();
        for (int at = 0; at + 8 <= tables.length; at++) {
            if (buffer.getInt(at) == wanted) {
                byte[] table = new byte[buffer.getInt(at + 4)];
                buffer.get(at, table);
                return Optional.of(table);
            }
        }
        return Optional.empty();
    }

    private Optional<byte[]> file(String name) throws IOException {
        select(DIRECTORY);
        int count = ByteBuffer.wrap(read(4)).getInt();
        byte[] directory = read(count * ENTRY);
        for (int at = 0; at < directory.length; at += ENTRY) {
            String found =
                    new String(directory, at + NAME, ENTRY - NAME, StandardCharsets.US_ASCII);
            if (found.startsWith(name + "\0")) {
                ByteBuffer entry = ByteBuffer.wrap(directory, at, NAME);
                int size = entry.getInt();
                select(entry.getShort());
                return Optional.of(read(size));
            }
        }
        return Optional.empty();
    }

    // the selector is big-endian, the machine is not
    private void select(int key) throws IOException {
        int swapped = Short.toUnsignedInt(Short.reverseBytes((short) key));
        ask(String.format(Locale.ROOT, "writew 0x%x 0x%x", SELECTOR, swapped));
    }

    private byte[] read(int size) throws IOException {
        byte[] bytes = new byte[size];
        int at = 0;
        while (at < size) {
            boolean whole = size - at >= Long.BYTES;
            String answer = ask(String.format(Locale.ROOT, "read%s 0x%x", whole ? "q" : "b", DATA));
            long value = Long.parseUnsignedLong(answer.substring("OK 0x".length()), 16);
            for (int i = 0; i < (whole ? Long.BYTES : 1); i++) {
                bytes[at++] = (byte) (value >>> 8 * i);
            }
        }
        return bytes;
    }

    private String ask(String command) throws IOException {
        commands.write(command + "\n");
        commands.flush();
        String answer = answers.readLine();
        if (answer == null || !answer.startsWith("OK")) {
            throw new IOException(List.of(command, String.valueOf(answer)).toString());
        }
        return answer;
    }

    @Override
    public void close() {
        qemu.destroyForcibly();
    }
}
