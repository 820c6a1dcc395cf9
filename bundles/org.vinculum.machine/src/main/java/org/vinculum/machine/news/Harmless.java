package org.vinculum.machine.news;

/// Text from untrusted files, so that it neither moves a cursor nor makes a line of its own.
public final class Harmless {
    private Harmless() {}

    /// The text with every control and direction-changing character written as `\u001b`.
    public static String of(String text) {
        StringBuilder safe = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (isUnsafe(c)) {
                safe.append("\\u").append(Integer.toHexString(c | 0x1_0000), 1, 5);
            } else {
                safe.append(c);
            }
        }
        return safe.toString();
    }

    private static boolean isUnsafe(char c) {
        int kind = Character.getType(c);
        return kind == Character.CONTROL
                || kind == Character.FORMAT
                || kind == Character.LINE_SEPARATOR
                || kind == Character.PARAGRAPH_SEPARATOR;
    }
}
