package org.vinculum.acpi.iort.json;

import java.io.IOException;
import org.vinculum.acpi.model.IortNode;

/// The members that nodes of one type have in JSON beside those that all nodes have.
///
/// @param <N> the type in the model
interface NodeForm<N extends IortNode> {
    void write(N node, JsonOutput json, Labels labels) throws IOException;

    /// A node without a place; its arrays neither.
    ///
    /// @throws org.vinculum.firmware.UnreadableInputException with line and column
    N read(NodeSource source);
}
