package org.vinculum.scenario.play;

import java.util.Map;
import java.util.TreeMap;
import org.vinculum.iommu.Access;
import org.vinculum.iommu.Endpoints.Release;
import org.vinculum.iommu.InterruptLines;
import org.vinculum.iommu.IommuModel;
import org.vinculum.iommu.IommuModelFactory;
import org.vinculum.iommu.IommuSurroundings;
import org.vinculum.iommu.Outcome;
import org.vinculum.iommu.SavedState;
import org.vinculum.memory.Ram;

/// The least that a player can be tried on: registers that keep what is written, a command queue that knows CMD_RESUME,
/// CMD_SYNC and one illegal opcode, and transactions that pass below 2 GiB, abort with an event above, and stall above 3 GiB.
class BypassModel implements IommuModel {
    static final long ABORTED = 0x8000_0000L;
    static final long STALLED = 0xc000_0000L;

    final IommuSurroundings around;
    private final Map<Long, Long> registers = new TreeMap<>();
    private int nextStag = 7;
    private long resumed = -1;

    BypassModel(IommuSurroundings around, Map<String, Long> identification) {
        this.around = around;
        registers.put(0L, identification.getOrDefault("IDR0", 0x1234L));
        registers.put(4L, 0x0273_9810L);
    }

    /// A factory under a name.
    static IommuModelFactory named(String name) {
        return factory(name, BypassModel::new);
    }

    interface Maker {
        IommuModel make(IommuSurroundings around, Map<String, Long> identification);
    }

    static IommuModelFactory factory(String name, Maker maker) {
        return new IommuModelFactory() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public String kind() {
                return "smmuv3";
            }

            @Override
            public Map<String, String> features() {
                return Map.of();
            }

            @Override
            public IommuModel create(
                    IommuSurroundings surroundings, Map<String, Long> identification) {
                return maker.make(surroundings, identification);
            }
        };
    }

    @Override
    public long frameSize() {
        return 0x20000;
    }

    @Override
    public long read(long offset, int width) {
        return registers.getOrDefault(offset, 0L);
    }

    @Override
    public void write(long offset, int width, long value) {
        registers.put(offset, offset == 0x44 ? value & 0x7fff_ffffL : value);
    }

    @Override
    public boolean process(int budget) {
        if (index(0x9c) == index(0x98) || isStopped()) {
            return false;
        }
        long entry = (registers.get(0x90L) & ~0x1fL) + (index(0x9c) & 7) * 16;
        Ram ram = around.memory().ram(entry);
        execute(ram.getLong(entry - ram.start()), ram.getLong(entry + 8 - ram.start()));
        return true;
    }

    private void execute(long word0, long word1) {
        int opcode = (int) (word0 & 0xff);
        if (opcode == 0xff) {
            registers.put(0x9cL, index(0x9c) | 1L << 24);
            registers.put(0x60L, read(0x60, 4) ^ 1);
            around.interrupts().raise(InterruptLines.Line.GERROR);
            return;
        }
        registers.put(0x9cL, index(0x9c) + 1 & 15);
        if (opcode == 0x46 && (word0 >> 12 & 3) == 1) {
            around.memory().writeInt(word1, (int) (word0 >>> 32));
        } else if (opcode == 0x44) {
            resumed = word1;
            Release[] releases = {Release.TERMINATE, Release.RETRY, Release.ABORT};
            around.endpoints()
                    .release((int) (word0 >>> 32), (int) word1, releases[(int) (word0 >> 12 & 3)]);
        }
    }

    private boolean isStopped() {
        return ((read(0x60, 4) ^ read(0x64, 4)) & 1) != 0;
    }

    private long index(long register) {
        return read(register, 4) & 0xf;
    }

    @Override
    public long translate(
            int streamId, int substreamId, long address, int access, Outcome outcome) {
        if (address < ABORTED || resumed >= 0) {
            return address;
        }
        boolean stalled = address >= STALLED;
        int stag = nextStag++;
        recordEvent(streamId, address, access, stalled ? 1L << 31 | stag : 0);
        outcome.stalled(stag);
        return stalled ? Outcome.STALLED : Outcome.ABORT;
    }

    void recordEvent(int streamId, long address, int access, long stall) {
        long word1 = stall | 2L << 40 | ((access & Access.READ) != 0 ? 1L << 35 : 0);
        put(0xa0, 0x100a8, 0x10L | (long) streamId << 32, word1, address, 0);
        around.interrupts().raise(InterruptLines.Line.EVENTQ);
    }

    private void put(long base, long producer, long... words) {
        int log2 = (int) (registers.get(base) & 0x1f);
        long at =
                (registers.get(base) & 0xffff_ffff_ffe0L)
                        + (read(producer, 4) & (1L << log2) - 1) * words.length * 8;
        Ram ram = around.memory().ram(at);
        for (int i = 0; i < words.length; i++) {
            ram.setLong(at - ram.start() + i * 8L, words[i]);
        }
        registers.put(producer, read(producer, 4) + 1 & (2L << log2) - 1);
    }

    @Override
    public long requestTranslation(
            int streamId, int substreamId, long address, int access, Outcome outcome) {
        outcome.translated(0, access & Access.READ, 4096);
        return address < ABORTED ? address : Outcome.DENIED;
    }

    @Override
    public void requestPage(
            int streamId, int substreamId, long address, int access, int group, boolean last) {
        long flags = (access & 3) == 3 ? 3L << 60 : 0;
        put(0xc0, 0x100c8, streamId | flags | (last ? 1L << 62 : 0), group | address);
    }

    @Override
    public SavedState save() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void restore(SavedState state) {
        throw new UnsupportedOperationException();
    }
}
