package org.vinculum.smmu;

import java.util.concurrent.atomic.AtomicLongArray;
import org.vinculum.iommu.IommuModel;
import org.vinculum.smmu.fake.Machine;

/// Mappings whose output address is a version number: software changes one somewhere, invalidates what it has to, waits for
/// CMD_SYNC, and from then on the version before must not be seen. The kinds differ in what is changed.
final class VersionedTables {
    static final int KINDS = 5;
    private static final int LEAF = 0;
    private static final int STAGE_2_LEAF = 1;
    private static final int LAST_TABLE = 2;
    private static final int CONTEXT = 3;

    private static final long FIRST = 0x1_0000_0000L;
    private static final long COMMANDS = Machine.RAM + 0x1000;
    private static final long STREAMS = Machine.RAM + 0x4000;
    private static final long CONTEXTS = Machine.RAM + 0x5000;
    private static final long TABLES = Machine.RAM + 0x1_0000;
    private static final long STAGE_1_PAGE = 0x743;
    private static final long STAGE_2_PAGE = 0x7ff;
    private static final long IPA_OF_RAM = 0x4000_07fdL;

    private static final long NH_ALL = 0x10;
    private static final long NH_ASID = 0x11;
    private static final long NH_VA = 0x12;
    private static final long S12_VMALL = 0x28;
    private static final long S2_IPA = 0x2a;
    private static final long CFGI_STE = 0x03;
    private static final long CFGI_CD = 0x05;
    private static final long SYNC = 0x46;

    private static final int[] STREAM = {1, 2, 1, 3, 4};
    private static final long[] INPUT = {0, 0, 0x20_0000, 0, 0};

    private final Machine machine;
    private final IommuModel model;
    private final AtomicLongArray begun = new AtomicLongArray(KINDS);
    private final AtomicLongArray finished = new AtomicLongArray(KINDS);
    private long free = TABLES;
    private int producer;

    private final long leaf;
    private final long stage2Leaf;
    private final long lastTable;
    private final long[] lastTables;
    private final long[] roots;
    private final long[] stage2Roots;

    VersionedTables(Machine machine, IommuModel model) {
        this.machine = machine;
        this.model = model;
        long level2 = table();
        long last = table();
        leaf = last;
        lastTable = level2 + 8;
        lastTables = new long[] {table(), table()};
        machine.put(level2, last | 3, lastTables[0] | 3);
        stream(1, 0xb, root(level2), 0);
        stage2Leaf = table();
        long toIpa = table();
        machine.put(toIpa, FIRST | STAGE_1_PAGE);
        stream(2, 0xf, rootOfLast(toIpa), stage2(stage2Leaf));
        roots = new long[] {rootOfLast(table()), rootOfLast(table())};
        stream(3, 0xb, roots[0], 0);
        stage2Roots = new long[] {stage2(table()), stage2(table())};
        stream(4, 0xd, 0, stage2Roots[0]);
        start();
    }

    private long table() {
        free += 0x1000;
        return free - 0x1000;
    }

    private long root(long level2) {
        long root = table();
        machine.put(root, level2 | 3);
        return root;
    }

    private long rootOfLast(long last) {
        long level2 = table();
        machine.put(level2, last | 3);
        return root(level2);
    }

    /// Stage 2 that maps RAM to itself, and through a last-level table what is at 0 and at the first version.
    private long stage2(long last) {
        long root = rootOfLast(last);
        machine.put(root + 8, IPA_OF_RAM);
        machine.put(root + (FIRST >>> 30) * 8, machine.get(root));
        return root;
    }

    private static long vmid(int stream) {
        return stream;
    }

    private void stream(int number, long config, long stage1, long stage2) {
        long context = CONTEXTS + 64L * number;
        machine.put(context, 0x0009_6205_c000_0019L, stage1, 0, 0xff);
        machine.put(
                STREAMS + 64L * number,
                config | (stage1 != 0 ? context : 0),
                1L << 44,
                (stage2 != 0 ? 0x040d_0059_0000_0000L : 0) | vmid(number),
                stage2);
    }

    private void start() {
        for (int kind = 0; kind < KINDS; kind++) {
            change(kind, 0);
        }
        model.write(0x80, 8, STREAMS);
        model.write(0x88, 4, 4);
        model.write(0x90, 8, COMMANDS | 4);
        model.write(0x20, 4, 0x9);
    }

    /// Changes a mapping and returns when nobody may see what was there before.
    void advance(int kind) {
        long version = finished.get(kind) + 1;
        begun.set(kind, version);
        change(kind, version);
        invalidate(kind);
        finished.set(kind, version);
    }

    private void change(int kind, long version) {
        long output = FIRST + (version << 12);
        int turn = (int) version & 1;
        switch (kind) {
            case LEAF -> machine.put(leaf, output | STAGE_1_PAGE);
            case STAGE_2_LEAF -> machine.put(stage2Leaf, output | STAGE_2_PAGE);
            case LAST_TABLE -> {
                machine.put(lastTables[turn], output | STAGE_1_PAGE);
                machine.put(lastTable, lastTables[turn] | 3);
            }
            case CONTEXT -> {
                machine.put(last(roots[turn]), output | STAGE_1_PAGE);
                machine.put(CONTEXTS + 64 * 3 + 8, roots[turn]);
            }
            default -> {
                machine.put(last(stage2Roots[turn]), output | STAGE_2_PAGE);
                machine.put(STREAMS + 64 * 4 + 24, stage2Roots[turn]);
            }
        }
    }

    private long last(long root) {
        return machine.get(machine.get(root) & -4096) & -4096;
    }

    private void invalidate(int kind) {
        long vmid = vmid(STREAM[kind]) << 32;
        long asid = 9L << 48;
        switch (kind) {
            case LEAF -> command(NH_VA | vmid | asid, INPUT[kind] | 1);
            case LAST_TABLE -> command(NH_VA | vmid | asid, INPUT[kind]);
            case STAGE_2_LEAF -> {
                command(S2_IPA | vmid, FIRST | 1);
                command(SYNC, 0);
                command(NH_ALL | vmid, 0);
            }
            case CONTEXT -> {
                command(CFGI_CD | 3L << 32, 1);
                command(SYNC, 0);
                command(NH_ASID | vmid | asid, 0);
            }
            default -> {
                command(CFGI_STE | 4L << 32, 1);
                command(SYNC, 0);
                command(S12_VMALL | vmid, 0);
            }
        }
        command(SYNC, 0);
        model.write(0x98, 4, producer);
        while (model.process(8)) {
            continue;
        }
        if (model.read(0x9c, 4) != producer) {
            throw new AssertionError(
                    "commands are left: 0x" + Long.toHexString(model.read(0x9c, 4)));
        }
    }

    private void command(long word0, long word1) {
        machine.put(COMMANDS + 16L * (producer & 0xf), word0, word1);
        producer = producer + 1 & 0x1f;
    }

    static int stream(int kind) {
        return STREAM[kind];
    }

    static long input(int kind) {
        return INPUT[kind];
    }

    long finished(int kind) {
        return finished.get(kind);
    }

    long begun(int kind) {
        return begun.get(kind);
    }

    static long version(long output) {
        return output - FIRST >> 12;
    }
}
