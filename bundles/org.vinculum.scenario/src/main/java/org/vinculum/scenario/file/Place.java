package org.vinculum.scenario.file;

import org.vinculum.firmware.UnreadableInputException;

/// A line of a file, for messages.
///
/// @param line from 1
record Place(String file, int line) {
    UnreadableInputException error(int column, String expected, String found) {
        return UnreadableInputException.at(file, line, column, expected, found);
    }
}
