package org.vinculum.devicetree.source;

import org.vinculum.firmware.UnreadableInputException;

/// Where a token begins, for messages; line and column count from 1.
record Place(String file, int line, int column) {
    UnreadableInputException expected(String expected, String found) {
        return UnreadableInputException.at(file, line, column, expected, found);
    }

    @Override
    public String toString() {
        return file + ":" + line + ":" + column;
    }
}
