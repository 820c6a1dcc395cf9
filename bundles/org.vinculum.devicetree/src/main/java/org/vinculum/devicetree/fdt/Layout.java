package org.vinculum.devicetree.fdt;

import java.util.ArrayList;
import java.util.List;
import org.vinculum.firmware.InputFile;

/// A blob as it lies: header, blocks where they are, every token, and the bytes that belong to nothing.
///
/// Unlike a tree it keeps what has no meaning (NOPs, padding, gaps, the tail, the order of strings), so that one property
/// can be changed in place and the rest stays as it was.
///
/// @param length bytes of the file, which may go on after the blob
/// @param reservations the memory reservation block as it lies, the terminating entry included
/// @param tokens the structure block
/// @param strings the strings block as it lies
/// @param rest everything outside the blocks, by offset: gaps, padding of the header, the tail
record Layout(
        int length,
        Header header,
        List<Reservation> reservations,
        List<Token> tokens,
        Bytes strings,
        List<Placed> rest) {
    /// One entry of the memory reservation block; unlike in a tree the terminating one may have any address.
    record Reservation(long start, long size) {}

    /// Bytes at an offset of the file.
    record Placed(int offset, Bytes bytes) {}

    Layout {
        reservations = List.copyOf(reservations);
    }

    /// @throws org.vinculum.firmware.UnreadableInputException when the blob is none, as [FdtReader] says
    static Layout read(InputFile file) {
        FdtReader.read(file);
        return new LayoutReader(Blob.of(file)).read();
    }

    byte[] write() {
        return new LayoutWriter(this).write();
    }

    /// The layout with another token in the place of one of the same size.
    ///
    /// @throws IllegalArgumentException when the sizes differ
    Layout with(int index, Token token) {
        if (token.size() != tokens.get(index).size()) {
            throw new IllegalArgumentException(
                    "a token of " + tokens.get(index).size() + " bytes, not " + token.size());
        }
        List<Token> changed = new ArrayList<>(tokens);
        changed.set(index, token);
        return new Layout(length, header, reservations, changed, strings, rest);
    }
}
