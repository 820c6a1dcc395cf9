package org.vinculum.toolstack.verdict;

import java.util.List;

/// Parts of messages.
public final class Sentences {
    private static final int SHOWN = 8;

    private Sentences() {}

    /// The first few of some things, and how many more there are.
    public static String list(List<String> things) {
        if (things.size() <= SHOWN) {
            return String.join(", ", things);
        }
        return String.join(", ", things.subList(0, SHOWN))
                + " and "
                + (things.size() - SHOWN)
                + " more";
    }

    /// Lower-case hexadecimal without padding.
    public static String hex(long value) {
        return "0x" + Long.toHexString(value);
    }
}
