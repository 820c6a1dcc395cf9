package org.vinculum.devicetree.fdt;

import org.vinculum.devicetree.model.DeviceTree;
import org.vinculum.firmware.InputFile;

/// Reads a flattened device tree (DTSpec 0.4, 5) of version 16, 17 or a later compatible one into a tree.
///
/// Values are views of the file's bytes. Nothing in the file is trusted: see [Header], [Structure] and [TreeBuilder].
public final class FdtReader {
    /// The deepest node read, the root having depth 0.
    public static final int MAX_DEPTH = 64;

    private FdtReader() {}

    /// Whether some content starts as a blob does.
    public static boolean recognises(InputFile file) {
        Blob blob = Blob.of(file);
        return blob.length() >= 4 && blob.u32(0) == Header.MAGIC;
    }

    /// @throws org.vinculum.firmware.UnreadableInputException with file, offset, what was expected and what was found
    public static DeviceTree read(InputFile file) {
        Blob blob = Blob.of(file);
        Header header = Header.read(blob);
        Reservations reservations = Reservations.read(blob, header);
        new Blocks(blob).check(header, reservations);
        return new DeviceTree(
                new TreeBuilder(blob, header).build(),
                reservations.ranges(),
                header.bootCpu(),
                false);
    }
}
