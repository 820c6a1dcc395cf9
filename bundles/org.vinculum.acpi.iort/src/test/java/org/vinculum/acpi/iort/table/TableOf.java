package org.vinculum.acpi.iort.table;

import java.util.HexFormat;
import java.util.List;
import org.vinculum.acpi.model.Iort;
import org.vinculum.acpi.model.IortNode;
import org.vinculum.acpi.model.NodeHead;
import org.vinculum.acpi.model.Slack;
import org.vinculum.acpi.model.TableHeader;
import org.vinculum.firmware.InputFile;

/// Tables written down as hex, the way a dump shows them, and the same header in the model.
final class TableOf {
    /// Where the first node is.
    static final int START = 0x30;

    static final TableHeader HEADER =
            new TableHeader(7, 0xa5, "VINCLM", "TESTTABL", 0x01020304, "VNC", 0x11121314);

    private TableOf() {}

    /// A table of nodes; only its length and its count are filled in.
    static byte[] hex(int count, String... nodes) {
        byte[] body = bytes(String.join("", nodes));
        return bytes(
                "494f5254 "
                        + word(START + body.length)
                        + "07 a5 56494e434c4d 544553545441424c 04030201 564e4300 14131211"
                        + word(count)
                        + "30000000 00000000"
                        + HexFormat.of().formatHex(body));
    }

    static Iort read(byte[] table) {
        return IortReader.read(InputFile.of("t.dat", table));
    }

    /// The only node of a table.
    static IortNode node(String hex) {
        return read(hex(1, hex)).nodes().getFirst();
    }

    /// The bytes of a node that is alone in its table, as hex.
    static String written(IortNode node) {
        byte[] table = IortWriter.write(table(node.head().length(), node));
        return HexFormat.of().formatHex(table, START, table.length);
    }

    /// A table with our header whose nodes have the length given together.
    static Iort table(int nodesLength, IortNode... nodes) {
        int length = START + nodesLength;
        return new Iort(
                HEADER,
                length,
                nodes.length,
                START,
                List.of(nodes),
                List.of(),
                new Slack(length, new byte[0]));
    }

    /// The header of the first node.
    static NodeHead head(int length, int revision) {
        return new NodeHead(START, length, revision, 0x61626364);
    }

    static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex.replaceAll("\\s", ""));
    }

    /// The same digits without what makes them readable.
    static String plain(String hex) {
        return hex.replaceAll("\\s", "");
    }

    static String word(int value) {
        return HexFormat.of().toHexDigits(Integer.reverseBytes(value));
    }
}
