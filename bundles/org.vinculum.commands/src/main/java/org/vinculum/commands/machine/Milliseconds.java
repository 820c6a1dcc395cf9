package org.vinculum.commands.machine;

/// Nanoseconds for people.
final class Milliseconds {
    private static final int DIGITS = 1_000;

    private Milliseconds() {}

    /// With three places after the point: `1.250`.
    static String of(long nanoseconds) {
        long microseconds = nanoseconds / DIGITS;
        String digits = Long.toString(DIGITS + microseconds % DIGITS);
        return microseconds / DIGITS + "." + digits.substring(1);
    }
}
