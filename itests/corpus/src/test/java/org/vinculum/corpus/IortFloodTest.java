package org.vinculum.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.junit.jupiter.api.Test;
import org.vinculum.acpi.iort.IortTables;
import org.vinculum.acpi.model.Iort;
import org.vinculum.acpi.model.IortCodec;
import org.vinculum.firmware.InputFile;

/// Tables of the greatest length that is read, made to fill the 256 MiB of heap that these tests have.
class IortFloodTest {
    private static final int LENGTH = 4 << 20;
    private static final int HEADER = 48;

    private final IortCodec codec = new IortTables();

    @Test
    void nodesOfAHeaderEachFit() {
        ByteBuffer table = table(LENGTH, (LENGTH - HEADER) / 16);
        for (int at = HEADER; at < LENGTH; at += 16) {
            table.put(at, (byte) 0x80).putShort(at + 1, (short) 16);
        }

        assertThat(readAndWritten(table).nodes()).hasSize((LENGTH - HEADER) / 16);
    }

    @Test
    void identifiersThatNodesShareFit() {
        ByteBuffer table = table(LENGTH, 4);
        int nodes = 4;
        for (int at = HEADER; at < HEADER + nodes * 20; at += 20) {
            table.putShort(at + 1, (short) 20).putInt(at + 16, (LENGTH - 128) / 4);
        }

        assertThat(readAndWritten(table).nodes()).hasSize(nodes);
    }

    @Test
    void slackThatIsNearlyZeroFits() {
        ByteBuffer table = table(LENGTH, 0);
        for (int at = HEADER; at < LENGTH; at += 18) {
            table.put(at, (byte) 1);
        }

        assertThat(readAndWritten(table).slack()).hasSize((LENGTH - HEADER + 17) / 18);
    }

    @Test
    void whatTrailsATableFits() {
        ByteBuffer file = table(InputFile.DEFAULT_CAP, 0).putInt(4, HEADER);

        assertThat(readAndWritten(file).trailing().bytes()).hasSize(file.capacity() - HEADER);
    }

    private static ByteBuffer table(int length, int count) {
        return ByteBuffer.allocate(length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(0, 0x54524f49)
                .putInt(4, length)
                .putInt(36, count)
                .putInt(40, HEADER);
    }

    private Iort readAndWritten(ByteBuffer file) {
        Iort table = codec.read(InputFile.of("flood", file.array()));
        assertThat(codec.write(table)).isEqualTo(file.array());
        assertThat(codec.writeJson(table)).endsWith('\n');
        return table;
    }
}
