package org.vinculum.acpi.iort.topology;

import org.vinculum.acpi.model.IortNode;

/// The name of a device object is its full path in the namespace (ACPI 6.5, 5.3; Linux: `iort_match_node_callback`).
final class NameCheck {
    private static final int SEGMENT = 4;

    private final Reading reading;

    NameCheck(Reading reading) {
        this.reading = reading;
    }

    void check(IortNode node, String name, boolean terminated) {
        if (!terminated) {
            reading.error(
                    "iort-name-unterminated",
                    node,
                    "the object name runs to the end of the node without a zero byte: software"
                            + " reads on into what follows and finds no such device");
        } else if (!isPath(name)) {
            reading.error(
                    "iort-name-invalid",
                    node,
                    "'"
                            + printable(name)
                            + "' is no full path of a device object, such as \\_SB_.ETH0: no"
                            + " operating system finds the device");
        } else if (!isPadded(name)) {
            reading.warning(
                    "iort-name-short",
                    node,
                    "'"
                            + name
                            + "' has names of less than four characters, and Linux compares with "
                            + padded(name)
                            + " character by character: the device is not found and its DMA is"
                            + " not translated; write the underscores");
        }
    }

    // a backslash, then names of one to four characters with dots between them
    private static boolean isPath(String name) {
        if (name.length() < 2 || name.charAt(0) != '\\' || name.length() > Paths.LONGEST_NAME) {
            return false;
        }
        int length = 0;
        for (int i = 1; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c == '.' && length > 0) {
                length = 0;
            } else if (isNameCharacter(c, length == 0) && length < SEGMENT) {
                length++;
            } else {
                return false;
            }
        }
        return length > 0;
    }

    private static boolean isNameCharacter(char c, boolean first) {
        return c >= 'A' && c <= 'Z' || c == '_' || !first && c >= '0' && c <= '9';
    }

    private static boolean isPadded(String path) {
        return padded(path).equals(path);
    }

    static String padded(String path) {
        StringBuilder padded = new StringBuilder("\\");
        int length = 0;
        for (int i = 1; i <= path.length(); i++) {
            if (i == path.length() || path.charAt(i) == '.') {
                padded.append("_".repeat(SEGMENT - length));
                length = 0;
                if (i < path.length()) {
                    padded.append('.');
                }
            } else {
                padded.append(path.charAt(i));
                length++;
            }
        }
        return padded.toString();
    }

    static String printable(String text) {
        StringBuilder shown = new StringBuilder();
        for (int i = 0; i < Math.min(text.length(), 64); i++) {
            char c = text.charAt(i);
            shown.append(c >= ' ' && c <= '~' ? c : '?');
        }
        return text.length() > 64 ? shown.append("...").toString() : shown.toString();
    }
}
