package org.vinculum.hypervisor.memory;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import org.vinculum.memory.AddressRange;
import org.vinculum.memory.Ram;

/// One piece of a machine's RAM: a mapped file without content, which only what is written gives content.
final class RamFile implements AutoCloseable {
    private static final int PAGE = 4096;

    /// What is wiped without a look at what is in it.
    private static final long SMALL = 64L << 10;

    private static final int LOOK = 1 << 20;

    private final Ram ram;
    private final FileChannel file;

    RamFile(AddressRange range, Arena arena) {
        try {
            file = ScratchFile.create(range.size());
            ram =
                    new Ram(
                            range.start().value(),
                            file.map(MapMode.READ_WRITE, 0, range.size(), arena));
        } catch (IOException e) {
            throw new UncheckedIOException("no file for memory " + range + ": " + e, e);
        }
    }

    Ram ram() {
        return ram;
    }

    /// Fills with zeros; what was never touched goes on costing nothing.
    void wipe(long physical, long bytes) {
        MemorySegment part = ram.segment().asSlice(physical - ram.start(), bytes);
        if (bytes <= SMALL) {
            part.fill((byte) 0);
            return;
        }
        try {
            wipeTouched(part, physical - ram.start());
        } catch (IOException e) {
            part.fill((byte) 0);
        }
    }

    /// Looks through the file, where reading leaves holes as they are; through the mapping it would fill them.
    private void wipeTouched(MemorySegment part, long offset) throws IOException {
        try (Arena look = Arena.ofConfined()) {
            MemorySegment copy = look.allocate(LOOK);
            MemorySegment zeros = look.allocate(PAGE);
            ByteBuffer buffer = copy.asByteBuffer();
            for (long at = 0; at < part.byteSize(); at += LOOK) {
                long length = Math.min(LOOK, part.byteSize() - at);
                read(buffer.clear().limit((int) length), offset + at);
                for (long page = 0; page < length; page += PAGE) {
                    if (copy.asSlice(page, PAGE).mismatch(zeros) >= 0) {
                        part.asSlice(at + page, PAGE).fill((byte) 0);
                    }
                }
            }
        }
    }

    private void read(ByteBuffer buffer, long position) throws IOException {
        while (buffer.hasRemaining()) {
            if (file.read(buffer, position + buffer.position()) < 0) {
                throw new IOException("the file of memory has become shorter");
            }
        }
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException e) {
            throw new UncheckedIOException("memory's file: " + e, e);
        }
    }
}
