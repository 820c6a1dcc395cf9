package org.vinculum.scenario.play;

/// A line that makes no sense after those before it; never leaves this package.
final class ScriptMistake extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String expected;
    private final String found;

    ScriptMistake(String expected, String found) {
        super(expected + ": " + found, null, false, false);
        this.expected = expected;
        this.found = found;
    }

    String expected() {
        return expected;
    }

    String found() {
        return found;
    }
}
