package org.vinculum.smmu.translation;

import org.vinculum.smmu.control.Control;
import org.vinculum.smmu.spec.Words;
import org.vinculum.smmu.spec.table.StreamTableDescriptor;
import org.vinculum.smmu.spec.table.StreamTableEntry;
import org.vinculum.smmu.walk.TableMemory;

/// Finds the entry of a stream in a table of one or two levels (IHI 0070, 3.3.1).
final class StreamTable {
    private static final int WORDS = StreamTableEntry.SIZE / Long.BYTES;

    private final TableMemory memory;

    StreamTable(TableMemory memory) {
        this.memory = memory;
    }

    sealed interface Found {
        record Entry(StreamTableEntry entry) implements Found {}

        /// The table has no entry for the stream.
        record Nothing() implements Found {
            static final Nothing FOUND = new Nothing();
        }

        /// An external abort.
        record Aborted(long address) implements Found {}
    }

    Found find(Control control, int stream) {
        long id = Integer.toUnsignedLong(stream);
        if (id >>> control.streamTableLog2Size() != 0) {
            return Found.Nothing.FOUND;
        }
        return control.split() == 0
                ? entry(control.streamTable() + id * StreamTableEntry.SIZE)
                : twoLevels(control, id);
    }

    private Found twoLevels(Control control, long id) {
        int split = control.split();
        long at = control.streamTable() + (id >>> split) * StreamTableDescriptor.SIZE;
        Words words = memory.fetch(at, 1);
        if (words == null) {
            return new Found.Aborted(at);
        }
        StreamTableDescriptor descriptor = new StreamTableDescriptor(words.word(0));
        int span = descriptor.span();
        long index = id & (1L << split) - 1;
        if (span == 0 || span > split + 1 || index >>> span - 1 != 0) {
            return Found.Nothing.FOUND;
        }
        long size = (long) StreamTableEntry.SIZE << span - 1;
        return entry((descriptor.l2Ptr() & -size) + index * StreamTableEntry.SIZE);
    }

    private Found entry(long at) {
        Words words = memory.fetch(at, WORDS);
        return words == null ? new Found.Aborted(at) : new Found.Entry(new StreamTableEntry(words));
    }
}
