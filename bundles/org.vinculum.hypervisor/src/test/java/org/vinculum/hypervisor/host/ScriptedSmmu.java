package org.vinculum.hypervisor.host;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import org.vinculum.iommu.IommuModel;
import org.vinculum.iommu.Outcome;
import org.vinculum.iommu.SavedState;
import org.vinculum.memory.PhysicalMemory;
import org.vinculum.memory.Ram;

/// An SMMU that fails as a test tells it to. Its commands do nothing but be noted.
final class ScriptedSmmu implements IommuModel {
    private static final int CMDQ_ERR = 1;

    final Map<Long, Long> registers = new HashMap<>();
    final List<String> commands = new ArrayList<>();
    final List<String> writes = new ArrayList<>();
    PhysicalMemory memory;
    boolean acknowledges = true;
    boolean works = true;
    boolean saysWhy = true;
    int consumerOffBy;
    LongConsumer onCommand = word0 -> {};
    private final Map<Integer, List<Integer>> errors = new HashMap<>();
    private int consumer;
    private int error;

    /// SMMUv3.2 with everything the driver uses, 16 bits of stream ID.
    ScriptedSmmu() {
        registers.put(0x00L, 0x080d_361bL);
        registers.put(0x04L, 0x0e73_5510L);
        registers.put(0x0cL, 0x400L);
        registers.put(0x14L, 0x75L);
    }

    static HostBench bench(ScriptedSmmu smmu) {
        var bench = new HostBench(smmu);
        smmu.memory = bench;
        return bench;
    }

    HostBench started() {
        var bench = bench(this);
        bench.driver.start();
        commands.clear();
        writes.clear();
        return bench;
    }

    /// A command fails, as often as there are codes.
    ///
    /// @param command counted from now on
    void fail(int command, Integer... codes) {
        errors.put(commands.size() + command, new ArrayList<>(List.of(codes)));
    }

    long register(long offset) {
        return registers.getOrDefault(offset, 0L);
    }

    @Override
    public long frameSize() {
        return 0x2_0000;
    }

    @Override
    public long read(long offset, int width) {
        return switch ((int) offset) {
            case 0x24 -> acknowledges ? register(0x20) : 0;
            case 0x54 -> acknowledges ? register(0x50) : 0;
            case 0x9c -> saysWhy ? index(consumerOffBy) | (long) error << 24 : index(0);
            default -> register(offset);
        };
    }

    private long index(int off) {
        return consumer + off & 2 * size() - 1;
    }

    private int size() {
        return 1 << (register(0x90) & 0x1f);
    }

    @Override
    public void write(long offset, int width, long value) {
        writes.add("%x=%x".formatted(offset, value));
        registers.put(offset, offset == 0x44 && acknowledges ? value & 0x7fff_ffffL : value);
        if (offset == 0x64 && (register(0x60) & CMDQ_ERR) == (value & CMDQ_ERR)) {
            error = 0;
        }
    }

    @Override
    public boolean process(int budget) {
        for (int i = 0; i < budget && ready(); i++) {
            if (failed()) {
                registers.put(0x60L, register(0x60) ^ CMDQ_ERR);
                return false;
            }
            execute();
        }
        return ready();
    }

    private boolean ready() {
        boolean stopped = ((register(0x60) ^ register(0x64)) & CMDQ_ERR) != 0;
        return works && !stopped && index(0) != register(0x98);
    }

    private boolean failed() {
        List<Integer> codes = errors.get(commands.size());
        if (codes == null || codes.isEmpty()) {
            return false;
        }
        error = codes.removeFirst();
        return true;
    }

    private void execute() {
        long address = (register(0x90) & 0xff_ffff_ffff_ffe0L) + 16L * (consumer & size() - 1);
        Ram ram = memory.ram(address);
        long word0 = ram.getLong(address - ram.start());
        commands.add("%x %x".formatted(word0, ram.getLong(address - ram.start() + 8)));
        consumer++;
        onCommand.accept(word0);
    }

    @Override
    public long translate(
            int streamId, int substreamId, long address, int access, Outcome outcome) {
        return Outcome.ABORT;
    }

    @Override
    public long requestTranslation(
            int streamId, int substreamId, long address, int access, Outcome outcome) {
        return Outcome.DENIED;
    }

    @Override
    public void requestPage(
            int streamId, int substreamId, long address, int access, int group, boolean last) {}

    @Override
    public SavedState save() {
        throw new UnsupportedOperationException("not scripted");
    }

    @Override
    public void restore(SavedState state) {
        throw new UnsupportedOperationException("not scripted");
    }
}
