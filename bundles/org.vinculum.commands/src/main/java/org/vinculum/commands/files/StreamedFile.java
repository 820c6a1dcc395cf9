package org.vinculum.commands.files;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// An output that is too large to keep until it is complete. It grows beside its target and takes its place at the end, or
/// leaves nothing.
public final class StreamedFile implements AutoCloseable {
    private static final int BUFFER = 1 << 16;

    private final Path named;
    private final Replacement replacement;
    private final Growing stream;

    private StreamedFile(Path named, Replacement replacement, Growing stream) {
        this.named = named;
        this.replacement = replacement;
        this.stream = stream;
    }

    /// No file: nobody wants the output.
    public static StreamedFile none() {
        return new StreamedFile(null, null, null);
    }

    /// Starts one; a device or a pipe is written directly.
    ///
    /// @throws UnwritableOutputException when the system refuses; nothing has been changed then
    @SuppressWarnings("resource") // the file owns its stream
    public static StreamedFile open(Path named) {
        Path target = named.toAbsolutePath();
        try {
            if (WholeFiles.isDevice(target)) {
                return new StreamedFile(named, null, new Growing(Files.newOutputStream(target)));
            }
            Files.createDirectories(target.getParent());
            Replacement replacement = Replacement.stage(target, new byte[0]);
            return new StreamedFile(named, replacement, new Growing(replacement.append()));
        } catch (IOException e) {
            throw new UnwritableOutputException(named, e);
        }
    }

    /// Where to write; a failure to do so shows in [#commit]. Empty when nobody wants it.
    public Optional<OutputStream> stream() {
        return Optional.ofNullable(stream);
    }

    /// Ends the output and puts it where it belongs.
    ///
    /// @throws UnwritableOutputException when some of it could not be written; what was there before has stayed
    public void commit() {
        if (stream == null) {
            return;
        }
        try {
            stream.finish();
            if (replacement != null) {
                replacement.commit();
            }
        } catch (IOException e) {
            throw new UnwritableOutputException(named, e);
        }
    }

    @Override
    public void close() {
        if (stream != null) {
            stream.close();
        }
        if (replacement != null) {
            replacement.close();
        }
    }

    /// Remembers the first failure instead of throwing it at whoever writes, who could do nothing about it.
    private static final class Growing extends OutputStream {
        private final OutputStream out;
        private IOException failure;

        Growing(OutputStream out) {
            this.out = new BufferedOutputStream(out, BUFFER);
        }

        @Override
        public void write(int value) {
            attempt(() -> out.write(value));
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
            attempt(() -> out.write(bytes, offset, length));
        }

        @Override
        public void flush() {
            attempt(out::flush);
        }

        @Override
        public void close() {
            attempt(out::close);
        }

        void finish() throws IOException {
            close();
            if (failure != null) {
                throw failure;
            }
        }

        private void attempt(Write write) {
            try {
                if (failure == null) {
                    write.now();
                }
            } catch (IOException e) {
                failure = e;
            }
        }
    }

    private interface Write {
        void now() throws IOException;
    }
}
