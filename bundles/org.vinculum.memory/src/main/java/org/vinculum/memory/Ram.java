package org.vinculum.memory;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/// A contiguous piece of RAM at a physical address, little endian.
///
/// Offsets are from its start. Aligned accesses are single-copy atomic; the caller keeps them inside, an access outside
/// is an [IndexOutOfBoundsException].
public final class Ram {
    private static final ValueLayout.OfLong LONG =
            ValueLayout.JAVA_LONG.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final ValueLayout.OfInt INT =
            ValueLayout.JAVA_INT.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle LONGS = LONG.varHandle();

    private final long start;
    private final long size;
    private final MemorySegment segment;

    /// @param start physical address, a multiple of 4096
    /// @param segment native memory or a mapped file, its size a multiple of 4096, aligned to 8 bytes
    /// @throws IllegalArgumentException for anything else, or when the last byte would lie past 2^64 - 1
    public Ram(long start, MemorySegment segment) {
        if ((start & 0xfff) != 0 || (segment.byteSize() & 0xfff) != 0 || segment.byteSize() == 0) {
            throw new IllegalArgumentException(
                    "RAM is whole pages, not 0x%x bytes at 0x%x"
                            .formatted(segment.byteSize(), start));
        }
        if (!segment.isNative() || segment.maxByteAlignment() < Long.BYTES) {
            throw new IllegalArgumentException(
                    "RAM is native memory, aligned to 8 bytes: " + segment);
        }
        new AddressRange(new Address(start), segment.byteSize());
        this.start = start;
        this.size = segment.byteSize();
        this.segment = segment;
    }

    /// Physical address of the first byte.
    public long start() {
        return start;
    }

    /// In bytes.
    public long size() {
        return size;
    }

    /// The bytes themselves.
    public MemorySegment segment() {
        return segment;
    }

    /// Whether all of some bytes are here.
    ///
    /// @param address physical, unsigned
    /// @param length in bytes, not negative
    public boolean holds(long address, long length) {
        long offset = address - start;
        return Long.compareUnsigned(offset, size) < 0 && size - offset >= length;
    }

    /// @param offset a multiple of 8
    public long getLong(long offset) {
        return segment.get(LONG, offset);
    }

    /// @param offset a multiple of 8
    public void setLong(long offset, long value) {
        segment.set(LONG, offset, value);
    }

    /// @param offset a multiple of 4
    public int getInt(long offset) {
        return segment.get(INT, offset);
    }

    /// @param offset a multiple of 4
    public void setInt(long offset, int value) {
        segment.set(INT, offset, value);
    }

    /// Reads, and sees everything that was written before the value was released.
    ///
    /// @param offset a multiple of 8
    public long getLongAcquire(long offset) {
        return (long) LONGS.getAcquire(segment, offset);
    }

    /// Writes after everything that was written before.
    ///
    /// @param offset a multiple of 8
    public void setLongRelease(long offset, long value) {
        LONGS.setRelease(segment, offset, value);
    }

    /// Replaces a value that is still what was expected.
    ///
    /// @param offset a multiple of 8
    /// @return whether it was
    public boolean compareAndSetLong(long offset, long expected, long value) {
        return LONGS.compareAndSet(segment, offset, expected, value);
    }
}
