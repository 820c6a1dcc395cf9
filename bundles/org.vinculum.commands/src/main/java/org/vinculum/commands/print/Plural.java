package org.vinculum.commands.print;

/// Counts things in words.
public final class Plural {
    private Plural() {}

    /// `no bus`, `1 bus`, `2 buses`.
    ///
    /// @param noun in the singular
    public static String of(int count, String noun) {
        if (count == 1) {
            return "1 " + noun;
        }
        String plural = noun.endsWith("s") ? noun + "es" : noun + "s";
        return (count == 0 ? "no" : Integer.toString(count)) + " " + plural;
    }
}
