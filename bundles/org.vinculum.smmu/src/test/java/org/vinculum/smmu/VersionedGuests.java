package org.vinculum.smmu;

import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLongArray;
import org.vinculum.iommu.IommuModel;
import org.vinculum.smmu.fake.Machine;

/// Streams of guests with one stage each, whose page 0 leads to a version number. Software changes some of them, gives what
/// commands it may choose from in one queue, and waits for CMD_SYNC; then nobody may see the versions before.
public final class VersionedGuests {
    /// The first four have stage 2, the others stage 1; 1, 65 and 129 are counted together, and so are 2 and 66.
    private static final int[] VMIDS = {1, 65, 2, 66, 1, 129, 2, 3};

    public static final int STREAMS = VMIDS.length;
    private static final int FIRST_OF_STAGE_1 = 4;

    private static final long FIRST = 0x1_0000_0000L;
    private static final long COMMANDS = Machine.RAM + 0x1000;
    private static final long ENTRIES = Machine.RAM + 0x4000;
    private static final long CONTEXTS = Machine.RAM + 0x5000;
    private static final long TABLES = Machine.RAM + 0x1_0000;
    private static final long CONTEXT = 0x0009_6205_c000_0019L;
    private static final long STAGE_1_PAGE = 0x743;
    private static final long STAGE_2_PAGE = 0x7ff;
    private static final long STAGE_2 = 0x040d_0059_0000_0000L;

    private static final long NH_ALL = 0x10;
    private static final long NH_ASID = 0x11;
    private static final long NH_VA = 0x12;
    private static final long NH_VAA = 0x13;
    private static final long S12_VMALL = 0x28;
    private static final long S2_IPA = 0x2a;
    private static final long NSNH_ALL = 0x30;
    private static final long SYNC = 0x46;
    private static final long[] FOR_STAGE_1 = {NH_VA, NH_VA, NH_VAA, NH_ASID, NH_ALL, S12_VMALL};
    private static final long[] FOR_STAGE_2 = {S2_IPA, S2_IPA, S2_IPA, S12_VMALL};
    private static final int SELDOM = 16;

    private final Machine machine;
    private final IommuModel model;
    private final AtomicLongArray begun = new AtomicLongArray(STREAMS);
    private final AtomicLongArray finished = new AtomicLongArray(STREAMS);
    private int producer;

    public VersionedGuests(Machine machine, IommuModel model) {
        this.machine = machine;
        this.model = model;
        for (int stream = 0; stream < STREAMS; stream++) {
            stream(stream);
            change(stream, 0);
        }
        model.write(0x80, 8, ENTRIES);
        model.write(0x88, 4, 4);
        model.write(0x90, 8, COMMANDS | 6);
        model.write(0x20, 4, 0x9);
    }

    private static boolean hasStage1(int stream) {
        return stream >= FIRST_OF_STAGE_1;
    }

    private static long table(int stream, int level) {
        return TABLES + (3L * stream + level - 1) * 0x1000;
    }

    private void stream(int stream) {
        machine.put(table(stream, 1), table(stream, 2) | 3);
        machine.put(table(stream, 2), table(stream, 3) | 3);
        long context = CONTEXTS + 64L * stream;
        machine.put(context, CONTEXT, table(stream, 1), 0, 0xff);
        long vmid = VMIDS[stream];
        if (hasStage1(stream)) {
            machine.put(ENTRIES + 64L * stream, 0xb | context, 1L << 44, vmid, 0);
        } else {
            machine.put(ENTRIES + 64L * stream, 0xd, 1L << 44, STAGE_2 | vmid, table(stream, 1));
        }
    }

    private void change(int stream, long version) {
        long output = FIRST + (version << 12);
        machine.put(table(stream, 3), output | (hasStage1(stream) ? STAGE_1_PAGE : STAGE_2_PAGE));
    }

    /// Changes one stream to three and returns when nobody may see what was there before.
    public void advance(SplittableRandom random) {
        int first = random.nextInt(STREAMS);
        int count = 1 + random.nextInt(3);
        for (int i = 0; i < count; i++) {
            int stream = (first + i * 3) % STREAMS;
            begun.incrementAndGet(stream);
            change(stream, begun.get(stream));
        }
        for (int i = 0; i < count; i++) {
            invalidate((first + i * 3) % STREAMS, random);
        }
        finish();
        for (int i = 0; i < count; i++) {
            finished.incrementAndGet((first + i * 3) % STREAMS);
        }
    }

    private void invalidate(int stream, SplittableRandom random) {
        if (random.nextInt(SELDOM) == 0) {
            command(NSNH_ALL, 0);
            return;
        }
        long[] kinds = hasStage1(stream) ? FOR_STAGE_1 : FOR_STAGE_2;
        long asid = hasStage1(stream) ? 9L << 48 : 0;
        command(
                kinds[random.nextInt(kinds.length)] | (long) VMIDS[stream] << 32 | asid,
                random.nextInt(2));
    }

    private void finish() {
        command(SYNC, 0);
        model.write(0x98, 4, producer);
        while (model.process(3)) {
            continue;
        }
        if (model.read(0x9c, 4) != producer) {
            throw new AssertionError(
                    "commands are left: 0x" + Long.toHexString(model.read(0x9c, 4)));
        }
    }

    private void command(long word0, long word1) {
        machine.put(COMMANDS + 16L * (producer & 0x3f), word0, word1);
        producer = producer + 1 & 0x7f;
    }

    public long finished(int stream) {
        return finished.get(stream);
    }

    public long begun(int stream) {
        return begun.get(stream);
    }

    public static long version(long output) {
        return output - FIRST >> 12;
    }
}
