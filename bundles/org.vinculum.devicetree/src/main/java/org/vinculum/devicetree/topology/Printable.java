package org.vinculum.devicetree.topology;

/// Makes text out of a file fit for a message: printable and not long.
final class Printable {
    private static final int LONGEST = 64;

    private Printable() {}

    static String of(String text) {
        StringBuilder shown = new StringBuilder();
        for (int i = 0; i < Math.min(text.length(), LONGEST); i++) {
            char c = text.charAt(i);
            shown.append(c >= ' ' && c <= '~' ? c : '?');
        }
        return text.length() > LONGEST ? shown.append("...").toString() : shown.toString();
    }
}
