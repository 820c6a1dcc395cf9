package org.vinculum.commands.print;

/// Counts things in words.
public final class Plural {
    private Plural() {}

    /// `no buses`, `1 bus`, `2 buses`.
    ///
    /// @param noun in the singular
    public static String of(int count, String noun) {
        if (count == 1) {
            return "1 " + noun;
        }
        return (count == 0 ? "no" : Integer.toString(count)) + " " + plural(noun);
    }

    private static String plural(String noun) {
        if (noun.endsWith("y")) {
            return noun.substring(0, noun.length() - 1) + "ies";
        }
        return noun.endsWith("s") ? noun + "es" : noun + "s";
    }
}
