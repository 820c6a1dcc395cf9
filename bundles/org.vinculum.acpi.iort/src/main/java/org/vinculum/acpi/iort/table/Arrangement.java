package org.vinculum.acpi.iort.table;

import java.util.ArrayList;
import java.util.List;
import org.vinculum.acpi.model.Iort;
import org.vinculum.acpi.model.IortNode;
import org.vinculum.acpi.model.Slack;
import org.vinculum.acpi.model.TableHeader;

/// Lays a table out as a compiler would: nodes one after the other behind the header, each 4-byte aligned and as long as
/// what is in it.
public final class Arrangement {
    private Arrangement() {}

    /// The same nodes in the same order at new places, nothing between, before or behind them.
    ///
    /// Every array has the entries that the model has: one that did not fit into the table it was read from is empty.
    ///
    /// @param table its nodes' offsets need only be unique; its checksum, counts, lengths and places do not matter
    /// @throws IllegalArgumentException naming a node that would be longer than 65,535 bytes or has the offset of another,
    ///     or when the table would be longer than 4 MiB
    public static Iort of(Iort table) {
        Relocation relocation = new Relocation();
        long end = HeaderLayout.LENGTH;
        for (IortNode node : table.nodes()) {
            relocation.put(node, end);
            end += arranged(node, end, relocation).head().length();
        }
        List<IortNode> nodes = new ArrayList<>(table.nodes().size());
        long at = HeaderLayout.LENGTH;
        for (IortNode node : table.nodes()) {
            IortNode placed = arranged(node, at, relocation);
            nodes.add(placed);
            at += placed.head().length();
        }
        return summed(table.header(), end, nodes);
    }

    /// One node where it is, its length and the places of its arrays anew; its references stay.
    ///
    /// @throws IllegalArgumentException when it would be longer than 65,535 bytes
    public static IortNode of(IortNode node) {
        return arranged(node, node.offset(), new Relocation());
    }

    private static IortNode arranged(IortNode node, long offset, Relocation relocation) {
        try {
            return new NodeArrangement(offset, relocation).of(node);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(NodeTitle.of(node) + ": " + e.getMessage(), e);
        }
    }

    private static Iort summed(TableHeader header, long length, List<IortNode> nodes) {
        Iort table = table(header, length, nodes);
        return Checksum.corrected(table, IortWriter.write(table));
    }

    private static Iort table(TableHeader header, long length, List<IortNode> nodes) {
        return new Iort(
                header,
                length,
                nodes.size(),
                HeaderLayout.LENGTH,
                nodes,
                List.of(),
                new Slack(length, new byte[0]));
    }
}
