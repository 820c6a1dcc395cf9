package org.vinculum.bench;

import java.lang.foreign.Arena;
import org.vinculum.iommu.Endpoints;
import org.vinculum.iommu.IommuSurroundings;
import org.vinculum.memory.PhysicalMemory;
import org.vinculum.memory.Ram;

/// Tables of one stream with nested translation, 4 KiB granule, 48 bits and four levels at both stages, pages at the last.
/// Every page is mapped to itself at both stages.
///
/// Only what is read has memory: tables, a stream table, a context descriptor and a command queue.
final class NestedTables {
    static final long STREAMS = 0x1000;
    static final long COMMANDS = 0x10_0000;
    static final int VMID = 5;
    static final int ASID = 9;

    private static final long CONTEXT = 0x2000;
    private static final long STAGE_2 = 0x20_0000;
    private static final long TABLE = 0x1000;
    private static final int ENTRIES = 512;
    private static final long LEVEL_3 = 0x10_0000;
    private static final int LEAST_STAGE_2 = 1 << 18;
    private static final long OUTPUT = 0xffff_ffff_f000L;
    private static final int STAGE_1_PAGE = 0x743;
    private static final int STAGE_2_PAGE = 0x7ff;

    private final Ram ram;
    private final long stage1;

    /// @param log2Pages how many pages stage 1 maps, 9 to 24
    NestedTables(int log2Pages) {
        int pages = 1 << log2Pages;
        int intermediate = Math.max(pages, LEAST_STAGE_2);
        stage1 = STAGE_2 + LEVEL_3 + 8L * intermediate;
        long end = stage1 + LEVEL_3 + 8L * pages;
        ram = new Ram(0, Arena.ofAuto().allocate(end, TABLE));
        long[] entry = {0xf | CONTEXT, 0x1000_0000_0000L, 0x000d_0090_0000_0000L | VMID, STAGE_2};
        long[] context = {0x0000_6205_c000_0010L | (long) ASID << 48, stage1, 0, 0xff};
        for (int i = 0; i < entry.length; i++) {
            ram.setLong(STREAMS + 8L * i, entry[i]);
            ram.setLong(CONTEXT + 8L * i, context[i]);
        }
        map(STAGE_2, intermediate, STAGE_2_PAGE);
        map(stage1, pages, STAGE_1_PAGE);
    }

    /// Level 0, level 1, up to 64 tables of level 2, and from [#LEVEL_3] on those of the last.
    private void map(long base, int count, int flags) {
        long level1 = base + TABLE;
        long level2 = level1 + TABLE;
        long level3 = base + LEVEL_3;
        ram.setLong(base, level1 | 3);
        for (int table = 0; table << 9 < count; table++) {
            ram.setLong(level1 + 8L * (table / ENTRIES), level2 + TABLE * (table / ENTRIES) | 3);
            ram.setLong(level2 + 8L * table, level3 + TABLE * table | 3);
        }
        for (int page = 0; page < count; page++) {
            ram.setLong(level3 + 8L * page, (long) page << 12 | flags);
        }
    }

    Ram ram() {
        return ram;
    }

    PhysicalMemory memory() {
        return new OneRam(ram);
    }

    IommuSurroundings surroundings() {
        return new IommuSurroundings(
                memory(),
                line -> {
                    throw new IllegalStateException(line.toString());
                },
                Endpoints.NONE);
    }

    /// The 24 loads of a walk and nothing else: no check, no permission, no attribute.
    long bareWalk(long address) {
        long table = stage1;
        for (int shift = 39; shift >= 12; shift -= 9) {
            long descriptor = table + (address >>> shift & 511) * Long.BYTES;
            table = load(bareStage2(descriptor));
        }
        return bareStage2(table | address & 0xfff);
    }

    /// The two loads of a walk that no cache of tables can spare: the last descriptor of each stage.
    long lastDescriptors(long address) {
        long page = load(stage1 + LEVEL_3 + (address >>> 12) * Long.BYTES);
        return load(STAGE_2 + LEVEL_3 + (page >>> 12) * Long.BYTES);
    }

    private long bareStage2(long input) {
        long table = STAGE_2;
        for (int shift = 39; shift >= 12; shift -= 9) {
            table = load(table + (input >>> shift & 511) * Long.BYTES);
        }
        return table | input & 0xfff;
    }

    private long load(long at) {
        return ram.getLongAcquire(at) & OUTPUT;
    }

    private record OneRam(Ram ram) implements PhysicalMemory {
        @Override
        public Ram ram(long address) {
            return ram.holds(address, 1) ? ram : null;
        }

        @Override
        public boolean writeInt(long address, int value) {
            return false;
        }
    }
}
