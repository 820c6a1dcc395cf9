package org.vinculum.scenario.machine;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;
import org.vinculum.memory.PhysicalMemory;
import org.vinculum.memory.Ram;

/// Memory as software uses it: any address, any length, from one piece of RAM into the next.
public final class Bytes {
    private final PhysicalMemory memory;

    public Bytes(PhysicalMemory memory) {
        this.memory = memory;
    }

    /// Writes bytes; what has no RAM to go to is lost, as on a machine.
    public void write(long address, byte[] bytes) {
        int done = 0;
        while (done < bytes.length) {
            Ram piece = memory.ram(address + done);
            int length = piece == null ? 1 : length(piece, address + done, bytes.length - done);
            if (piece != null) {
                MemorySegment.copy(
                        bytes,
                        done,
                        piece.segment(),
                        ValueLayout.JAVA_BYTE,
                        address + done - piece.start(),
                        length);
            }
            done += length;
        }
    }

    /// Reads bytes; empty when some are not in RAM.
    public Optional<byte[]> read(long address, int length) {
        byte[] bytes = new byte[length];
        int done = 0;
        while (done < length) {
            Ram piece = memory.ram(address + done);
            if (piece == null) {
                return Optional.empty();
            }
            int some = length(piece, address + done, length - done);
            MemorySegment.copy(
                    piece.segment(),
                    ValueLayout.JAVA_BYTE,
                    address + done - piece.start(),
                    bytes,
                    done,
                    some);
            done += some;
        }
        return Optional.of(bytes);
    }

    /// Writes little-endian words as [#write].
    public void writeWords(long address, long... words) {
        ByteBuffer bytes = littleEndian(new byte[words.length * Long.BYTES]);
        for (long word : words) {
            bytes.putLong(word);
        }
        write(address, bytes.array());
    }

    /// Reads little-endian words; empty when some are not in RAM.
    public Optional<long[]> readWords(long address, int count) {
        return read(address, count * Long.BYTES).map(Bytes::words);
    }

    private static long[] words(byte[] bytes) {
        long[] words = new long[bytes.length / Long.BYTES];
        littleEndian(bytes).asLongBuffer().get(words);
        return words;
    }

    private static ByteBuffer littleEndian(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static int length(Ram piece, long address, int most) {
        return (int) Math.min(piece.size() - (address - piece.start()), most);
    }
}
