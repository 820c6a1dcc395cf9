package org.vinculum.hypervisor.host.table;

import org.vinculum.hypervisor.host.TableAllocator;
import org.vinculum.hypervisor.host.register.Identity;
import org.vinculum.hypervisor.host.register.SmmuRegisters;
import org.vinculum.memory.PhysicalMemory;
import org.vinculum.memory.Ram;
import org.vinculum.memory.StreamId;
import org.vinculum.smmu.spec.register.StrtabBase;
import org.vinculum.smmu.spec.register.StrtabBaseCfg;
import org.vinculum.smmu.spec.table.StreamTableDescriptor;
import org.vinculum.smmu.spec.table.StreamTableEntry;

/// The stream table of one SMMU (IHI 0070, 3.3): two levels where there may be two and one would be large, the second made
/// when the first stream of it is asked for. Entries of streams that nobody has abort in silence.
public final class StreamTable {
    private static final int SPLIT = 8;
    private static final int LARGE_SPLIT = 10;
    private static final int FIRST_LEVEL_LOG2 = 17;
    private static final int MOST_LINEAR_LOG2 = 16;
    private static final int PAGE = 4096;
    private static final int TWO_LEVELS = 1;

    private final PhysicalMemory memory;
    private final TableAllocator allocator;
    private final int log2Size;
    private final int split;
    private long base;

    /// Covers all streams up to 27 bits; of a linear table up to 16.
    public StreamTable(PhysicalMemory memory, TableAllocator allocator, Identity identity) {
        this.memory = memory;
        this.allocator = allocator;
        boolean twoLevels = identity.twoLevelStreamTable() && identity.sidBits() > SPLIT;
        split = !twoLevels ? 0 : splitFor(identity.sidBits());
        log2Size =
                Math.min(
                        identity.sidBits(),
                        twoLevels ? FIRST_LEVEL_LOG2 + split : MOST_LINEAR_LOG2);
    }

    private static int splitFor(int sidBits) {
        return sidBits > FIRST_LEVEL_LOG2 + SPLIT ? LARGE_SPLIT : SPLIT;
    }

    /// Allocates it and tells the SMMU where it is; translation is disabled.
    public void place(SmmuRegisters registers) {
        if (split == 0) {
            base = entries(1L << log2Size);
        } else {
            base = allocate((long) StreamTableDescriptor.SIZE << log2Size - split);
        }
        registers.writeLong(
                StrtabBase.OFFSET, StrtabBase.RA.mask() | StrtabBase.ADDR.inPlace(base));
        long levels =
                split == 0 ? 0 : StrtabBaseCfg.FMT.of(TWO_LEVELS) | StrtabBaseCfg.SPLIT.of(split);
        registers.write(StrtabBaseCfg.OFFSET, (int) (levels | StrtabBaseCfg.LOG2SIZE.of(log2Size)));
    }

    /// Whether it can have an entry for a stream.
    public boolean covers(StreamId stream) {
        return stream.unsigned() >>> log2Size == 0;
    }

    /// The address of a stream's entry, which is made when it is not there.
    ///
    /// @throws org.vinculum.domain.MachineRefusedException when there is no memory for it
    public long entry(StreamId stream) {
        if (split == 0) {
            return base + stream.unsigned() * StreamTableEntry.SIZE;
        }
        long descriptor = base + (stream.unsigned() >>> split) * StreamTableDescriptor.SIZE;
        StreamTableDescriptor level1 = new StreamTableDescriptor(get(descriptor));
        long second = level1.span() != 0 ? level1.l2Ptr() : secondLevel(descriptor);
        return second + (stream.unsigned() & (1L << split) - 1) * StreamTableEntry.SIZE;
    }

    private long secondLevel(long descriptor) {
        long second = entries(1L << split);
        Ram ram = memory.ram(descriptor);
        ram.setLongRelease(
                descriptor - ram.start(),
                StreamTableDescriptor.SPAN.of(split + 1)
                        | StreamTableDescriptor.L2_PTR.inPlace(second));
        return second;
    }

    /// Aborting ones.
    private long entries(long count) {
        long start = allocate(count * StreamTableEntry.SIZE);
        for (long i = 0; i < count; i++) {
            long address = start + i * StreamTableEntry.SIZE;
            Ram ram = memory.ram(address);
            ram.setLong(address - ram.start(), EntryWords.ABORT);
        }
        return start;
    }

    /// Tables are aligned to their size.
    private long allocate(long bytes) {
        long size = Math.max(PAGE, bytes);
        return allocator.allocate(size, size);
    }

    private long get(long address) {
        Ram ram = memory.ram(address);
        return ram.getLong(address - ram.start());
    }
}
