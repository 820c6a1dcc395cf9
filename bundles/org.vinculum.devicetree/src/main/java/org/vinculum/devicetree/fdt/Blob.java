package org.vinculum.devicetree.fdt;

import org.vinculum.firmware.InputFile;
import org.vinculum.firmware.UnreadableInputException;

/// Untrusted bytes with big-endian access, and the name of the file they came from for messages.
record Blob(String name, byte[] content) {
    static Blob of(InputFile file) {
        return new Blob(file.name(), file.content());
    }

    int length() {
        return content.length;
    }

    /// The 32-bit word at an offset the caller has checked.
    int u32(int at) {
        return (content[at] & 0xff) << 24
                | (content[at + 1] & 0xff) << 16
                | (content[at + 2] & 0xff) << 8
                | content[at + 3] & 0xff;
    }

    /// The 64-bit word at an offset the caller has checked.
    long u64(int at) {
        return (long) u32(at) << 32 | u32(at + 4) & 0xffff_ffffL;
    }

    UnreadableInputException fault(long offset, String expected, String found) {
        return UnreadableInputException.at(name, offset, expected, found);
    }

    static String hex(long value) {
        return "0x" + Long.toHexString(value);
    }
}
