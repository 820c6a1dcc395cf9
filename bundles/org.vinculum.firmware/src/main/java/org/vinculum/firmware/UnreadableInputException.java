package org.vinculum.firmware;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;

/// An input that cannot be read or parsed: the one exception for mistakes in files, exit code 2 on the command line.
///
/// The message is complete: file, offset or line, what was expected and what was found.
public final class UnreadableInputException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private UnreadableInputException(String place, String expected, String found) {
        super(place + ": expected " + expected + ", found " + found);
    }

    private UnreadableInputException(String message) {
        super(message);
    }

    /// A fault of the whole file.
    public static UnreadableInputException of(String file, String expected, String found) {
        return new UnreadableInputException(file, expected, found);
    }

    /// A file that the system does not give us.
    public static UnreadableInputException of(String file, String expected, IOException cause) {
        return new UnreadableInputException(file, expected, reason(cause));
    }

    /// A fault at a byte offset of a binary file.
    public static UnreadableInputException at(
            String file, long offset, String expected, String found) {
        return new UnreadableInputException(
                file + ": offset 0x" + Long.toHexString(offset), expected, found);
    }

    /// A fault at a line and column, both from 1, of a text file.
    public static UnreadableInputException at(
            String file, int line, int column, String expected, String found) {
        return new UnreadableInputException(file + ":" + line + ":" + column, expected, found);
    }

    /// An input that is understood as far as knowing that nothing installed reads it.
    public static UnreadableInputException because(String file, String reason) {
        return new UnreadableInputException(file + ": " + reason);
    }

    private static String reason(IOException cause) {
        return switch (cause) {
            case NoSuchFileException _, FileNotFoundException _ -> "no such file";
            case AccessDeniedException _ -> "permission denied";
            default -> String.valueOf(cause.getMessage());
        };
    }
}
