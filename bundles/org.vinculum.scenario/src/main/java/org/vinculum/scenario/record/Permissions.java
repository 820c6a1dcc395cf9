package org.vinculum.scenario.record;

import org.vinculum.iommu.Access;

/// Permissions as scenarios write them: letters of `rwx`. As numbers they are bits of [Access].
public final class Permissions {
    private static final int BITS = Access.READ | Access.WRITE | Access.INSTRUCTION;

    private Permissions() {}

    static long of(boolean read, boolean write, boolean execute) {
        return (read ? Access.READ : 0)
                | (write ? Access.WRITE : 0)
                | (execute ? Access.INSTRUCTION : 0);
    }

    /// The bits for letters; -1 when another letter or one twice is among them.
    public static int parse(String letters) {
        int bits = 0;
        for (int i = 0; i < letters.length(); i++) {
            int bit = bit(letters.charAt(i));
            if (bit == 0 || (bits & bit) != 0) {
                return -1;
            }
            bits |= bit;
        }
        return bits;
    }

    /// The letters in the order `rwx`; other bits do not count.
    public static String text(long bits) {
        StringBuilder letters = new StringBuilder();
        for (char letter : new char[] {'r', 'w', 'x'}) {
            if ((bits & BITS & bit(letter)) != 0) {
                letters.append(letter);
            }
        }
        return letters.toString();
    }

    private static int bit(char letter) {
        return switch (letter) {
            case 'r' -> Access.READ;
            case 'w' -> Access.WRITE;
            case 'x' -> Access.INSTRUCTION;
            default -> 0;
        };
    }
}
