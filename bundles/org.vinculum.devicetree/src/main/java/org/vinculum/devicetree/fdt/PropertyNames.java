package org.vinculum.devicetree.fdt;

import static org.vinculum.devicetree.fdt.Blob.hex;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/// The strings block (DTSpec 0.4, 5.5): each name is checked and decoded once, however many properties have it.
final class PropertyNames {
    /// Names may share suffixes, so a hostile block of n bytes can stand for n^2 bytes of names. Real ones stay below 1.1.
    private static final int MOST_SHARING = 4;

    private static final int ALWAYS_ALLOWED = 1 << 16;

    /// More than most boards have.
    private static final int USUAL = 384;

    /// One distinct name and the last node seen with it, which makes a repeated property visible without a search.
    static final class Name {
        final String text;
        private int lastNode = -1;

        Name(String text) {
            this.text = text;
        }

        /// False when the node had a property of this name before.
        boolean firstIn(int node) {
            boolean first = lastNode != node;
            lastNode = node;
            return first;
        }
    }

    private final Blob blob;
    private final int start;
    private final int size;
    private final Name[] byOffset;
    private final Map<String, Name> byText = HashMap.newHashMap(USUAL);
    private long decoded;

    PropertyNames(Blob blob, Header header) {
        this.blob = blob;
        this.start = header.stringsOffset();
        this.size = header.stringsSize();
        this.byOffset = new Name[size];
    }

    /// The name at an offset of the block.
    ///
    /// @param offset unsigned, as the blob has it
    /// @param reference where the blob has it, for messages
    Name at(int offset, int reference) {
        if (Integer.compareUnsigned(offset, size) >= 0) {
            throw blob.fault(
                    reference,
                    "a name offset inside the strings block of " + hex(size) + " bytes",
                    hex(offset & 0xffff_ffffL));
        }
        Name name = byOffset[offset];
        if (name == null) {
            name = byText.computeIfAbsent(decode(offset, reference), Name::new);
            byOffset[offset] = name;
        }
        return name;
    }

    private String decode(int offset, int reference) {
        byte[] content = blob.content();
        int from = start + offset;
        int limit = Math.min(start + size, from + NameCharacters.MAX_LENGTH + 1);
        int end = from;
        while (end < limit && content[end] != 0) {
            end++;
        }
        if (end == limit) {
            throw blob.fault(
                    from,
                    "a property name of at most "
                            + NameCharacters.MAX_LENGTH
                            + " bytes and its NUL inside the strings block",
                    "no NUL before " + hex(limit));
        }
        if (end == from) {
            throw blob.fault(reference, "a property name", "an empty one at " + hex(from));
        }
        checkCharacters(from, end);
        checkSharing(end - from, from);
        return new String(content, from, end - from, StandardCharsets.ISO_8859_1);
    }

    private void checkCharacters(int from, int end) {
        int bad = NameCharacters.badInProperty(blob.content(), from, end);
        if (bad >= 0) {
            throw blob.fault(
                    bad,
                    "a character of a property name (DTSpec 2.2.4.1)",
                    hex(blob.content()[bad] & 0xff));
        }
    }

    private void checkSharing(int length, int from) {
        decoded += length;
        long most = ALWAYS_ALLOWED + (long) size * MOST_SHARING;
        if (decoded > most) {
            throw blob.fault(
                    from,
                    "names of " + most + " bytes in all from " + size + " bytes of strings",
                    "more");
        }
    }
}
