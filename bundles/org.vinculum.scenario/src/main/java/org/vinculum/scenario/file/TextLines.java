package org.vinculum.scenario.file;

import org.vinculum.firmware.InputFile;

/// Walks over the lines of a file; a line that is too long is an error before anything looks into it.
final class TextLines {
    /// Bytes of a line without its end: what a `mem` line needs for 512 KiB in `hex`.
    static final int MAX_LENGTH = 1 << 20;

    private final InputFile file;
    private int number;
    private int from;
    private int next;

    TextLines(InputFile file) {
        this.file = file;
    }

    /// Moves to the next line; false at the end.
    boolean advance() {
        byte[] content = file.content();
        if (next >= content.length) {
            return false;
        }
        from = next;
        int end = from;
        while (end < content.length && content[end] != '\n') {
            end++;
        }
        next = end + 1;
        number++;
        if (end - from > MAX_LENGTH) {
            throw place().error(1, "a line of at most " + MAX_LENGTH + " bytes", "a longer one");
        }
        return true;
    }

    byte[] content() {
        return file.content();
    }

    /// Where the line starts in the content.
    int from() {
        return from;
    }

    /// Bytes without the line end.
    int length() {
        return Math.min(next - 1, file.content().length) - from;
    }

    Place place() {
        return new Place(file.name(), number);
    }

    int number() {
        return number;
    }

    /// Whether there is nothing on the line.
    boolean isBlank() {
        for (int i = from; i < from + length(); i++) {
            if (" \t\r".indexOf(file.content()[i]) < 0) {
                return false;
            }
        }
        return true;
    }
}
