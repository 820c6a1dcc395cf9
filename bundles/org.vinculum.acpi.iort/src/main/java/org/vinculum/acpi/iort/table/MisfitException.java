package org.vinculum.acpi.iort.table;

import org.vinculum.acpi.model.IortNode;

/// A node that does not fit into the place its model gives it, so that whoever made the model can point to it.
public final class MisfitException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final int index;

    MisfitException(IortNode node, int index, IllegalArgumentException reason) {
        super(NodeTitle.of(node) + ": " + reason.getMessage(), reason);
        this.index = index;
    }

    /// Which of the table's nodes it is, from 0.
    public int index() {
        return index;
    }
}
