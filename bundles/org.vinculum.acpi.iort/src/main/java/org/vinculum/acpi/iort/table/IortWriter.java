package org.vinculum.acpi.iort.table;

import java.util.List;
import org.vinculum.acpi.model.Iort;
import org.vinculum.acpi.model.IortNode;
import org.vinculum.acpi.model.Slack;

/// Writes a table with everything at the place that its model says.
///
/// Slack is written first and fields over it, so that a field that somebody changed keeps its new value even where slack
/// reaches across it.
public final class IortWriter {
    private IortWriter() {}

    /// The bytes of a file: the table and what trails it.
    ///
    /// @throws MisfitException naming the node that does not fit into its place
    /// @throws IllegalArgumentException when the table itself has no length or no header that can be written
    public static byte[] write(Iort table) {
        TableOutput out = new TableOutput(lengthOf(table), fileLengthOf(table));
        List<Slack> slack = table.slack();
        for (int i = 0; i < slack.size(); i++) {
            out.copy(slack.get(i).offset(), slack.get(i).bytes());
        }
        writeFields(table, out);
        byte[] trailing = table.trailing().bytes();
        System.arraycopy(trailing, 0, out.bytes(), (int) table.length(), trailing.length);
        return out.bytes();
    }

    /// What the fields say, and zero everywhere else; as long as the table.
    static byte[] writeFields(Iort table) {
        TableOutput out = new TableOutput(lengthOf(table), lengthOf(table));
        writeFields(table, out);
        return out.bytes();
    }

    private static void writeFields(Iort table, TableOutput out) {
        HeaderLayout.write(table, out);
        List<IortNode> nodes = table.nodes();
        for (int i = 0; i < nodes.size(); i++) {
            IortNode node = nodes.get(i);
            try {
                NodeLayout.write(node, new NodeOutput(out, node.head()));
            } catch (IllegalArgumentException e) {
                throw new MisfitException(node, i, e);
            }
        }
    }

    private static int lengthOf(Iort table) {
        if (table.length() < HeaderLayout.LENGTH || table.length() > TableFrame.MAX_LENGTH) {
            throw new IllegalArgumentException(
                    "a table is "
                            + HeaderLayout.LENGTH
                            + " to "
                            + TableFrame.MAX_LENGTH
                            + " bytes long, not "
                            + table.length());
        }
        return (int) table.length();
    }

    private static int fileLengthOf(Iort table) {
        return Math.addExact(lengthOf(table), table.trailing().bytes().length);
    }
}
