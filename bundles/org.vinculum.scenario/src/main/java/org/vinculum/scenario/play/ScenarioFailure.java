package org.vinculum.scenario.play;

/// Ends a scenario at the first thing that is not as expected; never leaves this package.
final class ScenarioFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String expected;
    private final String found;

    ScenarioFailure(String expected, String found) {
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

    static String hex(long value) {
        return "0x" + Long.toHexString(value);
    }
}
