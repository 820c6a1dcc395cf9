package org.vinculum.toolstack.config;

import org.vinculum.firmware.UnreadableInputException;

/// Where something stands in a text file; line and column from 1.
public record Place(String file, int line, int column) {
    /// An error here.
    public UnreadableInputException error(String expected, String found) {
        return UnreadableInputException.at(file, line, column, expected, found);
    }

    /// File and line, as reports name it.
    @Override
    public String toString() {
        return file + ":" + line;
    }
}
