package org.vinculum.devicetree.fdt;

import org.vinculum.firmware.InputFile;

/// Reads a blob as it lies and writes it again: what a round trip through a tree would lose stays.
public final class LosslessRewrite {
    private LosslessRewrite() {}

    /// The bytes of the file, taken apart and put together again.
    ///
    /// @throws org.vinculum.firmware.UnreadableInputException when the blob is none, as [FdtReader] says
    public static byte[] of(InputFile file) {
        return Layout.read(file).write();
    }
}
