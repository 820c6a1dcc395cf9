package org.vinculum.toolstack.host;

/// Full paths of ACPI device objects. A segment has four characters, filled up with underscores (ACPI 6.5, 5.3); people and
/// tables leave those out, Linux compares with them.
public final class ObjectPath {
    private static final int SEGMENT = 4;

    // deeper than any namespace, and short enough for any table
    private static final int MOST_LENGTH = 255;

    private static final char ROOT = '\\';

    private ObjectPath() {}

    /// Whether it is the full path of an object, as far as its first character tells.
    public static boolean isOne(String path) {
        return !path.isEmpty() && path.charAt(0) == ROOT;
    }

    /// Whether an object can be called so: segments of capital letters, digits and underscores that start with no digit.
    ///
    /// @param padded with all four characters of each segment
    public static boolean isNameable(String padded) {
        if (!isOne(padded)
                || padded.length() > MOST_LENGTH
                || padded.length() % (SEGMENT + 1) != 0) {
            return false;
        }
        for (int i = 1; i < padded.length(); i++) {
            int place = (i - 1) % (SEGMENT + 1);
            char c = padded.charAt(i);
            boolean fits =
                    place == SEGMENT
                            ? c == '.'
                            : c >= 'A' && c <= 'Z' || c == '_' || place > 0 && c >= '0' && c <= '9';
            if (!fits) {
                return false;
            }
        }
        return true;
    }

    /// The path with all four characters of each segment; another text stays as it is.
    public static String padded(String path) {
        if (!isOne(path)) {
            return path;
        }
        StringBuilder padded = new StringBuilder(path.length() + SEGMENT).append(ROOT);
        int length = 0;
        for (int i = 1; i < path.length(); i++) {
            char c = path.charAt(i);
            if (c == '.') {
                fill(padded, length);
                length = 0;
            } else {
                length++;
            }
            padded.append(c);
        }
        fill(padded, length);
        return padded.toString();
    }

    private static void fill(StringBuilder padded, int length) {
        for (int i = length; i < SEGMENT; i++) {
            padded.append('_');
        }
    }
}
