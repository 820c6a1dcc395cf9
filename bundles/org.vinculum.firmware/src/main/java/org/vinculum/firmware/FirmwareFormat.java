package org.vinculum.firmware;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Formats that are known by their first bytes, so that one without a reader can be named in the message.
public enum FirmwareFormat {
    /// Flattened device tree (DTSpec 0.4, 5.2).
    DTB("devicetree", "a flattened device tree"),
    /// Device-tree source (DTSpec 0.4, 6).
    DTS("devicetree", "device-tree source"),
    /// IO remapping table (DEN0049).
    IORT("iort", "an ACPI IORT");

    private static final byte[] FDT_MAGIC = {(byte) 0xd0, 0x0d, (byte) 0xfe, (byte) 0xed};
    private static final byte[] IORT_SIGNATURE = "IORT".getBytes(StandardCharsets.US_ASCII);

    private final String reader;
    private final String title;

    FirmwareFormat(String reader, String title) {
        this.reader = reader;
        this.title = title;
    }

    /// The [FirmwareReader#format()] that reads it.
    public String reader() {
        return reader;
    }

    /// What messages call it, with its article.
    public String title() {
        return title;
    }

    /// The format of some content, by signature; empty when it has none we know.
    public static Optional<FirmwareFormat> of(InputFile file) {
        byte[] content = file.content();
        if (startsWith(content, FDT_MAGIC)) {
            return Optional.of(DTB);
        }
        if (startsWith(content, IORT_SIGNATURE)) {
            return Optional.of(IORT);
        }
        return looksLikeSource(content) ? Optional.of(DTS) : Optional.empty();
    }

    /// The reader for a file, the first of `readers` that recognises it.
    ///
    /// @param readers best first
    /// @throws UnreadableInputException naming the format when it is known but nobody reads it
    public static FirmwareReader readerFor(InputFile file, List<FirmwareReader> readers) {
        for (FirmwareReader reader : readers) {
            if (reader.recognises(file)) {
                return reader;
            }
        }
        throw of(file).map(f ->
                        UnreadableInputException.because(
                                file.name(),
                                "this is "
                                        + f.title()
                                        + ", and no installed bundle reads the format '"
                                        + f.reader()
                                        + "'"))
                .orElseGet(() ->
                        UnreadableInputException.of(
                                file.name(),
                                "a flattened device tree, device-tree source or an ACPI IORT",
                                describe(file.content())));
    }

    private static boolean startsWith(byte[] content, byte[] prefix) {
        return content.length >= prefix.length
                && Arrays.equals(content, 0, prefix.length, prefix, 0, prefix.length);
    }

    // Source starts, after blanks and comments, with a directive, a node or a preprocessor line
    // that we refuse later.
    private static boolean looksLikeSource(byte[] content) {
        int end = Math.min(content.length, 1 << 16);
        String head = new String(content, 0, end, StandardCharsets.ISO_8859_1);
        int at = skipBlanksAndComments(head);
        return at < head.length()
                && (head.startsWith("/dts-v1/", at)
                        || head.startsWith("/plugin/", at)
                        || head.startsWith("/ {", at)
                        || head.startsWith("/{", at)
                        || head.startsWith("/memreserve/", at)
                        || head.startsWith("/include/", at));
    }

    private static int skipBlanksAndComments(String text) {
        int at = 0;
        while (at < text.length()) {
            int next = at;
            if (Character.isWhitespace(text.charAt(at))) {
                next = at + 1;
            } else if (text.startsWith("/*", at)) {
                next = after(text, "*/", at + 2);
            } else if (text.startsWith("//", at)) {
                next = after(text, "\n", at);
            }
            if (next == at) {
                return at;
            }
            at = next;
        }
        return at;
    }

    private static int after(String text, String mark, int from) {
        int found = text.indexOf(mark, from);
        return found < 0 ? text.length() : found + mark.length();
    }

    private static String describe(byte[] content) {
        if (content.length == 0) {
            return "an empty file";
        }
        StringBuilder hex = new StringBuilder("bytes");
        for (int i = 0; i < Math.min(8, content.length); i++) {
            hex.append(String.format(java.util.Locale.ROOT, " %02x", content[i]));
        }
        return hex.toString();
    }
}
