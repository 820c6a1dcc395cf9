package org.vinculum.devicetree.fdt;

/// What names may be made of: DTSpec 0.4, 2.2.1.1 and 2.2.4.1, with the few more that dtc lets through.
///
/// The lengths of 31 the specification gives are exceeded by every second board, so they are no limit here.
final class NameCharacters {
    /// The longest name read.
    static final int MAX_LENGTH = 255;

    private NameCharacters() {}

    /// The position of the first byte a property name cannot have, -1 when there is none.
    static int badInProperty(byte[] content, int start, int end) {
        for (int i = start; i < end; i++) {
            if (!isAllowed(content[i])) {
                return i;
            }
        }
        return -1;
    }

    /// The position of the first byte a node name cannot have, or of a second `@`; -1 when there is none.
    static int badInNode(byte[] content, int start, int end) {
        boolean unitAddress = false;
        for (int i = start; i < end; i++) {
            if (!isAllowed(content[i])) {
                if (content[i] != '@' || unitAddress) {
                    return i;
                }
                unitAddress = true;
            }
        }
        return -1;
    }

    private static boolean isAllowed(byte b) {
        return b >= 'a' && b <= 'z'
                || b >= '0' && b <= '9'
                || b == '-'
                || b == ','
                || b >= 'A' && b <= 'Z'
                || b == '#'
                || b == '_'
                || b == '.'
                || b == '+'
                || b == '*'
                || b == '?';
    }
}
