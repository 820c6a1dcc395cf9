package org.vinculum.qemu.process;

/// Text of a guest or a program, so that it neither moves a cursor nor makes a line of its own.
final class Printable {
    private Printable() {}

    /// @param longest characters at most; of a longer text the start
    static String of(String text, int longest) {
        int length = Math.min(text.length(), longest);
        StringBuilder safe = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            safe.append(c == '\t' ? ' ' : isPrintable(c) ? c : '?');
        }
        return safe.toString().strip();
    }

    private static boolean isPrintable(char c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR ->
                    false;
            default -> true;
        };
    }
}
