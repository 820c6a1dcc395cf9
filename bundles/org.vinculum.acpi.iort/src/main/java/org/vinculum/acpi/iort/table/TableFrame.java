package org.vinculum.acpi.iort.table;

import static org.vinculum.acpi.iort.table.TableInput.hex;

import java.util.HexFormat;
import org.vinculum.firmware.UnreadableInputException;

/// What holds a table together, checked against the file before anything else is read.
///
/// @param length bytes of the table, at most those of the file
/// @param nodeCount as the table says, 32 bits unsigned; nothing bounds it
/// @param nodeOffset from the end of the header to the end of the table
record TableFrame(int length, long nodeCount, int nodeOffset) {
    /// 4 MiB, the longest table read: hundreds of times the longest that ships, and what it decodes to fits the heap.
    static final int MAX_LENGTH = 4 << 20;

    /// @throws UnreadableInputException when the file is no IORT, is cut short, or has no place for nodes
    static TableFrame read(TableInput in) {
        checkSignature(in);
        long length = in.u32(HeaderLayout.TABLE_LENGTH);
        if (length < HeaderLayout.LENGTH || length > Math.min(in.size(), MAX_LENGTH)) {
            throw in.fault(
                    HeaderLayout.TABLE_LENGTH,
                    "a length of " + HeaderLayout.LENGTH + " bytes to " + limit(in),
                    Long.toString(length));
        }
        long nodeOffset = in.u32(HeaderLayout.NODE_OFFSET);
        if (nodeOffset < HeaderLayout.LENGTH || nodeOffset > length) {
            throw in.fault(
                    HeaderLayout.NODE_OFFSET,
                    "nodes between the header's end, 0x30, and the table's, " + hex(length),
                    "an offset of " + hex(nodeOffset));
        }
        return new TableFrame((int) length, in.u32(HeaderLayout.NODE_COUNT), (int) nodeOffset);
    }

    private static void checkSignature(TableInput in) {
        if (in.size() >= Integer.BYTES && in.word(0) != HeaderLayout.SIGNATURE_WORD) {
            throw in.fault(
                    0,
                    "the signature " + HeaderLayout.SIGNATURE,
                    "the bytes " + HexFormat.of().formatHex(in.copy(0, Integer.BYTES)));
        }
        if (in.size() < HeaderLayout.LENGTH) {
            throw in.fault(
                    in.size(),
                    "a table of at least " + HeaderLayout.LENGTH + " bytes",
                    "the end of the file after " + in.size());
        }
    }

    private static String limit(TableInput in) {
        return in.size() <= MAX_LENGTH
                ? "the file's " + in.size()
                : "the " + MAX_LENGTH + " that are read at most";
    }
}
