package org.vinculum.acpi.model;

/// A platform device with an object in the namespace (DEN0049, 3.1.1.4).
///
/// @param flags bit 0 [#stallSupported()], bits 5:1 [#pasidBits()]; the others are reserved
/// @param addressLimit how many address bits its DMA reaches, 8 bits; 0 is not said
/// @param name full path of the device object, e.g. `\_SB.ETH0`, one character for each byte
public record NamedComponent(
        NodeHead head,
        int flags,
        MemoryAccess memory,
        int addressLimit,
        String name,
        TableArray<IdMapping> mappings)
        implements IortNode {
    public static final int TYPE = 1;
    public static final int STALL_SUPPORTED = 1;

    /// Where the name starts, from the start of the node.
    public static final int NAME_OFFSET = 29;

    /// The device can be stalled on a fault.
    public boolean stallSupported() {
        return (flags & STALL_SUPPORTED) != 0;
    }

    /// How many bits of a substream ID it issues, 0 for none.
    public int pasidBits() {
        return flags >>> 1 & 0x1f;
    }

    /// Whether a zero byte ends the name inside the node; else it runs on to the node's last byte.
    public boolean nameTerminated() {
        return NAME_OFFSET + name.length() < head.length();
    }

    @Override
    public int type() {
        return TYPE;
    }
}
