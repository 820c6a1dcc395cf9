package org.vinculum.devicetree.source;

/// Untrusted text as a message may show it: printable, in quotes, of bounded length.
final class Readable {
    private static final int LONGEST = 200;

    private Readable() {}

    static String text(String text) {
        boolean whole = text.length() <= LONGEST;
        return "\""
                + (whole ? printable(text) : printable(text.substring(0, LONGEST)) + "...")
                + "\"";
    }

    /// The text with question marks for what is not printable ASCII.
    static String printable(String text) {
        StringBuilder shown = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            shown.append(c >= ' ' && c < 0x7f ? c : '?');
        }
        return shown.toString();
    }

    /// A node's path, without quotes.
    static String path(SourceNode node) {
        String path = node.path();
        boolean whole = path.length() <= LONGEST;
        return whole ? printable(path) : printable(path.substring(0, LONGEST)) + "...";
    }

    static String reference(String reference) {
        return text(reference.indexOf('/') >= 0 ? "&{" + reference + "}" : "&" + reference);
    }

    static String character(int c) {
        return c > ' ' && c < 0x7f ? "'" + (char) c + "'" : "byte 0x" + Integer.toHexString(c);
    }
}
