package org.vinculum.devicetree.source;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.vinculum.firmware.InputFile;

/// The files being read, the innermost included one on top.
final class Sources {
    static final int MAX_INCLUDE_DEPTH = 64;
    static final int MAX_INCLUDES = 1024;

    /// Bytes of source text in all included files together.
    static final int MAX_INCLUDED_BYTES = InputFile.DEFAULT_CAP;

    private record Open(SourceText text, Optional<Path> file) {}

    private final Deque<Open> open = new ArrayDeque<>();
    private final Neighbours neighbours;
    private int includes;
    private int bytesLeft = MAX_INCLUDED_BYTES;

    Sources(InputFile outermost) {
        neighbours = new Neighbours(outermost);
        SourceText text = new SourceText(outermost.name(), outermost.content(), outermost.folder());
        open.push(new Open(text, neighbours.outermost(outermost)));
    }

    SourceText current() {
        return open.getFirst().text();
    }

    Neighbours neighbours() {
        return neighbours;
    }

    /// Goes back to the file that included the current one; false when it is the outermost.
    boolean leave() {
        if (open.size() == 1) {
            return false;
        }
        open.pop();
        return true;
    }

    void include(Token.Text name, Place place) {
        Path file = neighbours.find(current(), name, place);
        if (open.size() > MAX_INCLUDE_DEPTH) {
            throw place.expected("files at most " + MAX_INCLUDE_DEPTH + " deep", "one more");
        }
        if (++includes > MAX_INCLUDES) {
            throw place.expected("at most " + MAX_INCLUDES + " included files", "more");
        }
        if (isOpen(file)) {
            throw place.expected(
                    "a file that does not include itself", Readable.text(name.string()));
        }
        SourceText text = neighbours.open(file, bytesLeft);
        bytesLeft -= text.length();
        open.push(new Open(text, Optional.of(file)));
    }

    private boolean isOpen(Path file) {
        for (Open one : open) {
            if (one.file().isPresent() && one.file().get().equals(file)) {
                return true;
            }
        }
        return false;
    }
}
