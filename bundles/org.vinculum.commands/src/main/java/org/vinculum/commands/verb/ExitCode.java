package org.vinculum.commands.verb;

/// What a command tells its caller with a number.
public final class ExitCode {
    /// Done; nothing wrong found.
    public static final int DONE = 0;

    /// The input was understood and the answer is no.
    public static final int NO = 1;

    /// Usage, or an input that cannot be read or parsed, or an output that cannot be written.
    public static final int UNUSABLE = 2;

    /// Our own failure.
    public static final int FAILED = 3;

    /// Ended by the user.
    public static final int INTERRUPTED = 130;

    private ExitCode() {}
}
