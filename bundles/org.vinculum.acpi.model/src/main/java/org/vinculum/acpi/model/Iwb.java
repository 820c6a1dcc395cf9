package org.vinculum.acpi.model;

/// A GICv5 interrupt wire bridge, from table revision 7 (DEN0049E.f, 3.1.1.9).
///
/// @param base CPU address of the configuration frame
/// @param index of the bridge in the GSI namespace, 16 bits unsigned
/// @param name full path of the device object, one character for each byte
public record Iwb(NodeHead head, long base, int index, String name, TableArray<IdMapping> mappings)
        implements IortNode {
    public static final int TYPE = 7;

    /// Where the name starts, from the start of the node.
    public static final int NAME_OFFSET = 26;

    /// Whether a zero byte ends the name inside the node; else it runs on to the node's last byte.
    public boolean nameTerminated() {
        return NAME_OFFSET + name.length() < head.length();
    }

    @Override
    public int type() {
        return TYPE;
    }
}
