package org.vinculum.smmu.isolation;

import org.vinculum.iommu.IommuModel;

/// Drives a model as a hypervisor's driver does: registers, and commands through the queue.
final class Driver {
    static final long STREAMS = WatchedMemory.HYPERVISOR;
    private static final long COMMANDS = WatchedMemory.HYPERVISOR + 0x1000;
    private static final long EVENTS = WatchedMemory.HYPERVISOR + 0x2000;
    private static final int LOG2_COMMANDS = 8;
    private static final int LOG2_EVENTS = 7;

    /// SMMUEN, EVENTQEN, CMDQEN, ATSCHK.
    private static final int ON = 0x1d;

    private final IommuModel model;
    private final WatchedMemory memory;
    private int producer;

    Driver(IommuModel model, WatchedMemory memory) {
        this.model = model;
        this.memory = memory;
        for (long at = STREAMS; at < STREAMS + 0x1000; at += 8) {
            memory.set(at, 0);
        }
        model.write(0x80, 8, STREAMS);
        model.write(0x88, 4, 4);
        model.write(0x90, 8, COMMANDS | LOG2_COMMANDS);
        model.write(0xa0, 8, EVENTS | LOG2_EVENTS);
        model.write(0x20, 4, ON & ~1);
        model.write(0x20, 4, ON);
    }

    void command(long word0, long word1) {
        long at = COMMANDS + 16L * (producer & (1 << LOG2_COMMANDS) - 1);
        memory.set(at, word0);
        memory.set(at + 8, word1);
        producer = producer + 1 & (2 << LOG2_COMMANDS) - 1;
        model.write(0x98, 4, producer);
        while (model.process(16)) {
            continue;
        }
        if (model.read(0x9c, 4) != producer) {
            throw new IllegalStateException(
                    "command 0x%x 0x%x: CMDQ_CONS 0x%x, CMDQ_PROD 0x%x"
                            .formatted(word0, word1, model.read(0x9c, 4), producer));
        }
    }

    /// CFGI_STE.
    void streamHasChanged(int stream) {
        command(0x03 | (long) stream << 32, 1);
    }

    /// TLBI_S12_VMALL.
    void forgetAllOf(int vmid) {
        command(0x28 | (long) vmid << 32, 0);
    }

    /// TLBI_NSNH_ALL.
    void forgetAll() {
        command(0x30, 0);
    }

    /// TLBI_NH_ALL.
    void forgetStage1Of(int vmid) {
        command(0x10 | (long) vmid << 32, 0);
    }

    /// TLBI_S2_IPA.
    void forget(int vmid, long ipa, boolean leaf) {
        command(0x2a | (long) vmid << 32, ipa | (leaf ? 1 : 0));
    }

    /// STALL_TERM.
    void endStalls(int stream) {
        command(0x45 | (long) stream << 32, 0);
    }
}
