package org.vinculum.devicetree.model.view;

import org.vinculum.devicetree.model.Node;

/// Why a list of cells could not be read to its end. What comes before the faulty entry was read.
public sealed interface Fault {
    /// The first cell of the entry that could not be read, from 0.
    int at();

    /// The length in bytes is not a whole number of cells.
    record NotCells(int at, int length) implements Fault {}

    /// No node has the phandle.
    record Dangling(int at, int phandle) implements Fault {}

    /// The node that is referred to does not say how many cells follow, or says something that makes no sense.
    record Uncounted(int at, Node target, String property) implements Fault {}

    /// The list ends within an entry.
    ///
    /// @param needed cells that the entry takes
    /// @param left cells that the list still has
    record Truncated(int at, int needed, int left) implements Fault {}

    /// The list has more entries than any machine could use.
    record TooMany(int at, int most) implements Fault {}
}
