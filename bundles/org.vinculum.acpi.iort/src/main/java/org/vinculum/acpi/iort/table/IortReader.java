package org.vinculum.acpi.iort.table;

import java.util.ArrayList;
import java.util.List;
import org.vinculum.acpi.model.Iort;
import org.vinculum.acpi.model.IortNode;
import org.vinculum.acpi.model.Slack;
import org.vinculum.firmware.InputFile;

/// Reads an IO remapping table of any revision (DEN0049A to E.f) into its model, and keeps every byte.
///
/// Nothing in the file is trusted: see [TableFrame], [NodeInput] and [ArrayInput]. What is odd but readable is read; it
/// is for others to judge.
public final class IortReader {
    private IortReader() {}

    /// @throws org.vinculum.firmware.UnreadableInputException with file, offset, what was expected and what was found
    public static Iort read(InputFile file) {
        TableInput in = new TableInput(file);
        TableFrame frame = TableFrame.read(in);
        Iort said =
                new Iort(
                        HeaderLayout.read(in),
                        frame.length(),
                        frame.nodeCount(),
                        frame.nodeOffset(),
                        nodes(in, frame),
                        List.of(),
                        new Slack(frame.length(), in.copy(frame.length(), in.size())));
        return with(SlackSearch.find(file.content(), said), said);
    }

    /// A count that is too large ends where the table does; one that is too small leaves nodes to the slack.
    private static List<IortNode> nodes(TableInput in, TableFrame frame) {
        ArrayInput arrays = new ArrayInput(in, frame.length());
        List<IortNode> nodes = new ArrayList<>();
        int at = frame.nodeOffset();
        while (nodes.size() < frame.nodeCount() && at < frame.length()) {
            IortNode node = NodeLayout.read(NodeInput.at(at, in, frame.length(), arrays));
            nodes.add(node);
            at += node.head().length();
        }
        return nodes;
    }

    private static Iort with(List<Slack> slack, Iort said) {
        return new Iort(
                said.header(),
                said.length(),
                said.nodeCount(),
                said.nodeOffset(),
                said.nodes(),
                slack,
                said.trailing());
    }
}
