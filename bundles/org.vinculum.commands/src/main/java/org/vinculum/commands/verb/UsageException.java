package org.vinculum.commands.verb;

/// The command line asks for something that makes no sense, which only its verb could see; exit code 2.
public final class UsageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /// @param message what is wrong and what would be right
    public UsageException(String message) {
        super(message);
    }
}
