package org.vinculum.smmu;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vinculum.iommu.Access;
import org.vinculum.iommu.Endpoints;
import org.vinculum.iommu.IommuModel;
import org.vinculum.iommu.IommuSurroundings;
import org.vinculum.iommu.Outcome;
import org.vinculum.smmu.fake.Machine;
import org.vinculum.smmu.spec.register.CmdqBase;
import org.vinculum.smmu.spec.register.CmdqProd;
import org.vinculum.smmu.spec.register.Cr0;
import org.vinculum.smmu.spec.register.StrtabBase;
import org.vinculum.smmu.spec.register.StrtabBaseCfg;

/// A device with an address translation cache of its own (IHI 0070, 3.9): what it has asked for it uses until it is told to
/// forget it.
class DeviceCacheTests {
    private static final int STREAM = 1;
    private static final long PAGE = 0x1000;
    private static final long STREAMS = Machine.RAM;
    private static final long COMMANDS = Machine.RAM + 0x1000;
    private static final long LEVEL_1 = Machine.RAM + 0x10000;
    private static final long LEVEL_2 = Machine.RAM + 0x11000;
    private static final long LEVEL_3 = Machine.RAM + 0x12000;

    /// Stage 2 alone, with full ATS.
    private static final long STAGE_2_ONLY = 0xd;

    private static final long FULL_ATS = 1L << 28 | 1L << 44;

    /// VMID 5, 39 bits of 4 KiB pages from level 1, 48 bits out, faults recorded.
    private static final long STAGE_2 = 0x040d_0059_0000_0005L;

    /// Read and write, write-back, inner shareable, accessed.
    private static final long READ_WRITE = 0x7ff;

    private final Machine machine = new Machine();
    private final Outcome outcome = new Outcome();
    private final Map<Long, Long> cache = new HashMap<>();
    private IommuModel model;
    private int produced;

    private final class Device implements Endpoints {
        @Override
        public boolean invalidate(
                int stream, int substream, long address, long size, boolean global) {
            cache.keySet().removeIf(page -> size == 0 || page - address < size && page >= address);
            return true;
        }

        @Override
        public void respond(int stream, int substream, int group, Response response) {}

        @Override
        public void release(int stream, int stag, Release release) {}
    }

    @BeforeEach
    void oneStream() {
        machine.put(LEVEL_1, LEVEL_2 | 3);
        machine.put(LEVEL_2, LEVEL_3 | 3);
        machine.put(STREAMS + 64, STAGE_2_ONLY, FULL_ATS, STAGE_2, LEVEL_1);
        model =
                TestedModels.of(
                        "smmuv3-3.3", 64, new IommuSurroundings(machine, machine, new Device()));
        model.write(StrtabBase.OFFSET, 8, STREAMS);
        model.write(StrtabBaseCfg.OFFSET, 4, 1);
        model.write(CmdqBase.OFFSET, 8, COMMANDS | 4);
        model.write(Cr0.OFFSET, 4, 0x9);
    }

    private void map(long pa) {
        machine.put(LEVEL_3 + 8, pa | READ_WRITE);
    }

    private void command(long word0, long word1) {
        machine.put(COMMANDS + 16L * produced, word0, word1);
        model.write(CmdqProd.OFFSET, 4, ++produced);
        while (model.process(1)) {
            // one command each time
        }
    }

    private void invalidateStage2() {
        command(0x28L | 5L << 32, 0);
        command(0x46, 0);
    }

    private void invalidateDevice() {
        command(0x40L | (long) STREAM << 32, PAGE);
        command(0x46, 0);
    }

    /// What the device reads: through its cache, or after asking.
    private long reads() {
        return cache.computeIfAbsent(
                PAGE, page -> model.requestTranslation(STREAM, -1, page, Access.READ, outcome));
    }

    @Test
    void whatItAskedForItUsesUntilItIsInvalidated() {
        map(0x8000_0000L);
        assertThat(reads()).isEqualTo(0x8000_0000L);

        map(0x9000_0000L);
        invalidateStage2();
        assertThat(reads()).as("stale").isEqualTo(0x8000_0000L);

        invalidateDevice();
        assertThat(reads()).isEqualTo(0x9000_0000L);
    }

    @Test
    void anInvalidationOfAnotherPageLeavesItAlone() {
        map(0x8000_0000L);
        reads();

        command(0x40L | (long) STREAM << 32, 0x5000);
        command(0x46, 0);

        assertThat(cache).containsKey(PAGE);
    }
}
