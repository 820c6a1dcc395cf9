package org.vinculum.scenario.file;

/// Makes text of a file fit for a message: one line, not long, nothing that a terminal obeys.
final class Shown {
    private static final int MOST = 80;

    private Shown() {}

    static String of(String text) {
        StringBuilder shown = new StringBuilder();
        for (int i = 0; i < Math.min(text.length(), MOST); i++) {
            char c = text.charAt(i);
            shown.append(c >= ' ' && c < 0x7f ? c : '?');
        }
        return text.length() > MOST ? shown.append("...").toString() : shown.toString();
    }
}
