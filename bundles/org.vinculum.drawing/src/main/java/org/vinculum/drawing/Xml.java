package org.vinculum.drawing;

/// Makes untrusted text safe inside an XML document.
final class Xml {
    private static final char NOT_A_CHARACTER = '\uFFFD';

    private Xml() {}

    /// Text for element content and quoted attributes. What XML 1.0, 2.2 does not allow becomes U+FFFD.
    static String escaped(String text) {
        StringBuilder out = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isHighSurrogate(c)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1))) {
                out.append(c).append(text.charAt(++i));
            } else {
                out.append(escaped(c));
            }
        }
        return out.toString();
    }

    private static String escaped(char c) {
        return switch (c) {
            case '&' -> "&amp;";
            case '<' -> "&lt;";
            case '>' -> "&gt;";
            case '"' -> "&quot;";
            case '\'' -> "&#39;";
            default -> String.valueOf(allowed(c) ? c : NOT_A_CHARACTER);
        };
    }

    /// Line breaks would be legal but would not be drawn; C1 controls are legal and say nothing.
    private static boolean allowed(char c) {
        return c >= 0x20 && !(c >= 0x7f && c <= 0x9f) && !Character.isSurrogate(c) && c < 0xfffe;
    }
}
