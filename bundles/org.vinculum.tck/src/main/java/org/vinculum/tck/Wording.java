package org.vinculum.tck;

/// How names of services, codes and kinds are written.
final class Wording {
    private Wording() {}

    /// Lower case letters, digits, dots and hyphens, at least one.
    static boolean isName(String word) {
        return !word.isEmpty()
                && word.chars()
                        .allMatch(c ->
                                c >= 'a' && c <= 'z'
                                        || c >= '0' && c <= '9'
                                        || c == '.'
                                        || c == '-');
    }

    /// One line that says something.
    static boolean isSentence(String text) {
        return !text.isBlank() && text.chars().noneMatch(c -> c < ' ');
    }
}
