package org.vinculum.viommu.fake;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.vinculum.domain.HostSmmu;
import org.vinculum.domain.StreamSetting;
import org.vinculum.domain.SyncOutcome;
import org.vinculum.iommu.Endpoints.Response;
import org.vinculum.memory.StreamId;

/// A physical SMMU that says what a test wants it to say, and keeps the answers it is to give to devices.
public final class FakeHost implements HostSmmu {
    /// All that a virtual SMMU can make use of: SMMUv3.3, two stages, 48 bits, PRI, no stalls, every granule.
    public static final Map<String, Long> CAPABLE =
            Map.of(
                    "IDR0", 0x090d_f6bbL,
                    "IDR1", 0x0273_9d10L,
                    "IDR3", 0x0000_773cL,
                    "IDR5", 0x0000_04f5L,
                    "AIDR", 0x0000_0003L);

    private final String path;
    private final Map<String, Long> registers;
    private final List<String> answers = new ArrayList<>();
    private int room = 64;

    public FakeHost(String path, Map<String, Long> registers) {
        this.path = path;
        this.registers = new TreeMap<>(registers);
    }

    public FakeHost() {
        this("/smmu", CAPABLE);
    }

    /// The same but for one register.
    public FakeHost with(String register, long value) {
        registers.put(register, value);
        return this;
    }

    public void room(int commands) {
        room = commands;
    }

    /// `psid substream group response`, in the order in which they were given.
    public List<String> answers() {
        return answers;
    }

    @Override
    public String path() {
        return path;
    }

    @Override
    public long identification(String name) {
        return registers.getOrDefault(name, 0L);
    }

    @Override
    public int room() {
        return room;
    }

    @Override
    public void respond(StreamId psid, int substreamId, int group, Response response) {
        if (room == 0) {
            throw new IllegalStateException("no room");
        }
        room--;
        answers.add(psid + " " + substreamId + " " + group + " " + response);
    }

    @Override
    public int configure(StreamId psid, StreamSetting setting) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void invalidateContext(StreamId psid, int substreamId, boolean leaf) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void invalidateContexts(StreamId psid) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void invalidate(long word0, long word1) {
        throw new UnsupportedOperationException();
    }

    @Override
    public int invalidateDevice(StreamId psid, long word0, long word1) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void resume(StreamId psid, int stag, boolean retry, boolean abort) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void terminateStalls(StreamId psid) {
        throw new UnsupportedOperationException();
    }

    @Override
    public long sync() {
        throw new UnsupportedOperationException();
    }

    @Override
    public SyncOutcome outcome(long sync) {
        throw new UnsupportedOperationException();
    }
}
