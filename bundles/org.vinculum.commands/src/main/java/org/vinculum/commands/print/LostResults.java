package org.vinculum.commands.print;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.util.Optional;

/// Finds out why standard output takes nothing any more: a print stream only says that it does not.
public final class LostResults {
    private static final String READER_GONE = "Broken pipe";

    private LostResults() {}

    /// The system's reason; empty when the reader has gone away, which is its right.
    @SuppressWarnings("resource") // closing it would close the process's standard output
    public static Optional<String> reason() {
        try {
            new FileOutputStream(FileDescriptor.out).write('\n');
            return Optional.empty();
        } catch (IOException e) {
            String reason = String.valueOf(e.getMessage());
            return reason.contains(READER_GONE) ? Optional.empty() : Optional.of(reason);
        }
    }
}
