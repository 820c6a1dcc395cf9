package org.vinculum.devicetree.source;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;

/// The bytes of one source file under a cursor that knows its line.
final class SourceText {
    /// What [#peek] gives past the last byte.
    static final int END = -1;

    private static final int LONGEST_NAME = 200;

    private final byte[] bytes;
    private final Optional<Path> folder;
    private String name;
    private int at;
    private int counted;
    private int line = 1;
    private int lineStart;

    /// @param folder where files that this one names are looked for
    SourceText(String name, byte[] bytes, Optional<Path> folder) {
        this.name = name;
        this.bytes = bytes;
        this.folder = folder;
    }

    Optional<Path> folder() {
        return folder;
    }

    int length() {
        return bytes.length;
    }

    int offset() {
        return at;
    }

    int peek() {
        return peek(0);
    }

    int peek(int ahead) {
        return at + ahead < bytes.length ? bytes[at + ahead] & 0xff : END;
    }

    int take() {
        int taken = peek();
        at++;
        return taken;
    }

    void skip(int count) {
        at += count;
    }

    boolean startsWith(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (peek(i) != text.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /// Whether the cursor is at the first byte of a line.
    boolean atLineStart() {
        return at == 0 || at <= bytes.length && bytes[at - 1] == '\n';
    }

    /// The bytes from an earlier offset up to the cursor, one character a byte.
    String since(int start) {
        return new String(bytes, start, at - start, StandardCharsets.ISO_8859_1);
    }

    /// The place of an offset. Offsets asked for must not go back behind the line asked for before.
    Place place(int offset) {
        for (; counted < offset && counted < bytes.length; counted++) {
            if (bytes[counted] == '\n') {
                line++;
                lineStart = counted + 1;
            }
        }
        return new Place(name, Math.max(line, 1), Math.max(offset - lineStart, 0) + 1);
    }

    Place place() {
        return place(at);
    }

    /// From the next line on, places are those of another file (what a preprocessor's line marker says).
    void renumber(String file, int nextLine) {
        place(at);
        name = file.isEmpty() ? name : file.substring(0, Math.min(file.length(), LONGEST_NAME));
        line = nextLine - 1;
    }
}
