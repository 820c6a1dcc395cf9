package org.vinculum.devicetree.model;

import org.osgi.annotation.versioning.ProviderType;
import org.vinculum.firmware.InputFile;
import org.vinculum.firmware.UnreadableInputException;

/// Reads and writes device trees. A service, stateless and safe for use by several threads.
///
/// Input is untrusted: depth at most 64, counts and offsets checked in 64 bits, no recursion on depth.
@ProviderType
public interface DeviceTreeCodec {
    /// The format of some content, by its first bytes: the magic for a blob, a brace for JSON, otherwise source.
    TreeFormat recognise(InputFile file);

    /// Reads a tree.
    ///
    /// @throws UnreadableInputException with file, offset or line, what was expected and what was found
    DeviceTree read(InputFile file, TreeFormat format);

    /// Reads a tree in whatever format it is.
    ///
    /// @throws UnreadableInputException with file, offset or line, what was expected and what was found
    default DeviceTree read(InputFile file) {
        return read(file, recognise(file));
    }

    /// Reads a tree with what overlays for it need: in source, labels are listed in `__symbols__` and labelled nodes have
    /// phandles (dtc `-@`); other formats are read as they are.
    ///
    /// @throws UnreadableInputException with file, offset or line, what was expected and what was found
    DeviceTree readWithSymbols(InputFile file, TreeFormat format);

    /// Writes a tree; a blob is byte for byte what dtc writes.
    byte[] write(DeviceTree tree, TreeFormat format, WriteOptions options);

    /// Writes a tree with [WriteOptions#DEFAULT].
    default byte[] write(DeviceTree tree, TreeFormat format) {
        return write(tree, format, WriteOptions.DEFAULT);
    }

    /// Reads a blob and writes it with its own string table, offsets, NOPs, padding, gaps and tail: the bytes it came from.
    ///
    /// @throws UnreadableInputException with file, offset, what was expected and what was found
    byte[] rewrite(InputFile blob);
}
