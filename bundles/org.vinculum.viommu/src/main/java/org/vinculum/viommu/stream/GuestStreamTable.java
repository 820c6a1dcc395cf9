package org.vinculum.viommu.stream;

import org.vinculum.memory.PhysicalMemory;
import org.vinculum.memory.Ram;
import org.vinculum.memory.StreamId;
import org.vinculum.smmu.spec.encoding.StreamTableFormat;
import org.vinculum.smmu.spec.register.Idr0;
import org.vinculum.smmu.spec.register.StrtabBase;
import org.vinculum.smmu.spec.register.StrtabBaseCfg;
import org.vinculum.smmu.spec.table.StreamTableDescriptor;
import org.vinculum.smmu.spec.table.StreamTableEntry;
import org.vinculum.viommu.identification.Shown;
import org.vinculum.viommu.register.GuestRegisters;

/// Finds a stream's entry in the guest's table of one or two levels (IHI 0070, 3.3.1), reads every word once, and has it
/// decided about.
final class GuestStreamTable {
    private static final int LEAST_SPLIT = 6;
    private static final int ENTRY_SHIFT = 6;
    private static final int DESCRIPTOR_SHIFT = 3;
    private static final int LEAST_ALIGNMENT_SHIFT = 6;
    private static final StreamDecision NOTHING = new StreamDecision.NoEntry();

    private final PhysicalMemory memory;
    private final GuestRegisters registers;
    private final Shown shown;
    private final EntryRules rules;

    GuestStreamTable(PhysicalMemory memory, GuestRegisters registers, Shown shown) {
        this.memory = memory;
        this.registers = registers;
        this.shown = shown;
        this.rules = new EntryRules(shown);
    }

    StreamDecision decide(StreamId vsid) {
        int configuration = registers.strtabBaseCfg();
        int log2Size = Math.min(StrtabBaseCfg.LOG2SIZE.get(configuration), shown.sidSize());
        long id = vsid.unsigned();
        if (id >>> log2Size != 0) {
            return NOTHING;
        }
        int format = StrtabBaseCfg.FMT.get(configuration);
        if (mayHaveTwoLevels() && StreamTableFormat.of(format) == StreamTableFormat.TWO_LEVEL) {
            return twoLevels(id, log2Size, split(configuration));
        }
        return entry(table(ENTRY_SHIFT + log2Size) + (id << ENTRY_SHIFT));
    }

    private boolean mayHaveTwoLevels() {
        return shown.idr0().get(Idr0.ST_LEVEL) == StreamTableFormat.TWO_LEVEL.encoding();
    }

    /// Reserved values count as 6.
    private static int split(int configuration) {
        int split = StrtabBaseCfg.SPLIT.get(configuration);
        return split == 8 || split == 10 ? split : LEAST_SPLIT;
    }

    /// Aligned to its size, or to that of its first level.
    private long table(int bytesShift) {
        return StrtabBase.ADDR.inPlace(registers.strtabBase()) & -1L << bytesShift;
    }

    private StreamDecision twoLevels(long id, int log2Size, int split) {
        int shift = Math.max(LEAST_ALIGNMENT_SHIFT, DESCRIPTOR_SHIFT + log2Size - split);
        long at = table(shift) + (id >>> split << DESCRIPTOR_SHIFT);
        Ram ram = memory.ram(at);
        if (ram == null || !ram.holds(at, StreamTableDescriptor.SIZE)) {
            return new StreamDecision.Unreachable(at);
        }
        var descriptor = new StreamTableDescriptor(ram.getLongAcquire(at - ram.start()));
        int span = descriptor.span();
        long index = id & (1L << split) - 1;
        if (span == 0 || span > split + 1 || index >>> span - 1 != 0) {
            return NOTHING;
        }
        long start = descriptor.l2Ptr() & -1L << ENTRY_SHIFT + span - 1;
        return entry(start + (index << ENTRY_SHIFT));
    }

    private StreamDecision entry(long at) {
        Ram ram = memory.ram(at);
        if (ram == null || !ram.holds(at, StreamTableEntry.SIZE)) {
            return new StreamDecision.Unreachable(at);
        }
        long offset = at - ram.start();
        return rules.decide(ram.getLongAcquire(offset), ram.getLongAcquire(offset + Long.BYTES));
    }
}
