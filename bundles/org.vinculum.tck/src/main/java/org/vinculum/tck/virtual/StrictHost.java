package org.vinculum.tck.virtual;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.vinculum.domain.HostSmmu;
import org.vinculum.domain.StreamSetting;
import org.vinculum.domain.SyncOutcome;
import org.vinculum.iommu.Endpoints.Response;
import org.vinculum.memory.StreamId;

/// A physical SMMU that fails the test when it is asked for what the domain does not have, or without room.
public final class StrictHost implements HostSmmu {
    /// An SMMUv3.3 with two stages, stalls, ATS, PRI, substreams, ranges, every granule and 48 bits.
    private static final Map<String, Long> REGISTERS =
            Map.of(
                    "IDR0", 0x080d_f6bbL,
                    "IDR1", 0x0273_9d10L,
                    "IDR3", 0x0000_773cL,
                    "IDR5", 0x0040_0475L,
                    "AIDR", 0x0000_0003L);

    private static final int ROOM = 32;
    private static final int SETTING = 5;

    private final Set<StreamId> owned = new HashSet<>();
    private final Map<StreamId, StreamSetting> settings = new HashMap<>();
    private final boolean prompt;
    private long written;
    private long executed;

    /// @param prompt commands are executed at once, otherwise when [#execute] says so
    public StrictHost(boolean prompt) {
        this.prompt = prompt;
    }

    public void owns(StreamId psid) {
        owned.add(psid);
    }

    public void disowns(StreamId psid) {
        owned.remove(psid);
        settings.remove(psid);
    }

    /// What was asked for last; null when nothing was.
    public StreamSetting setting(StreamId psid) {
        return settings.get(psid);
    }

    public void execute() {
        executed = written;
    }

    private void give(int commands, int atMost) {
        if (room() < atMost) {
            throw new AssertionError("a command without room for it");
        }
        written += commands;
        if (prompt) {
            execute();
        }
    }

    private void own(StreamId psid) {
        if (!owned.contains(psid)) {
            throw new AssertionError("a stream that is not the domain's: " + psid);
        }
    }

    @Override
    public String path() {
        return "/smmu";
    }

    @Override
    public long identification(String name) {
        return REGISTERS.getOrDefault(name, 0L);
    }

    @Override
    public int room() {
        return (int) (ROOM - (written - executed));
    }

    @Override
    public int configure(StreamId psid, StreamSetting setting) {
        own(psid);
        give(SETTING, SETTING_COMMANDS);
        settings.put(psid, setting);
        return SETTING;
    }

    @Override
    public void invalidateContext(StreamId psid, int substreamId, boolean leaf) {
        own(psid);
        give(1, 1);
    }

    @Override
    public void invalidateContexts(StreamId psid) {
        own(psid);
        give(1, 1);
    }

    @Override
    public void invalidate(long word0, long word1) {
        long opcode = word0 & 0xff;
        if (opcode < 0x10 || opcode > 0x13) {
            throw new AssertionError("not a TLBI_NH: opcode 0x" + Long.toHexString(opcode));
        }
        give(1, 1);
    }

    @Override
    public int invalidateDevice(StreamId psid, long word0, long word1) {
        own(psid);
        give(3, 3);
        return 3;
    }

    @Override
    public void respond(StreamId psid, int substreamId, int group, Response response) {
        own(psid);
        give(1, 1);
    }

    @Override
    public void resume(StreamId psid, int stag, boolean retry, boolean abort) {
        own(psid);
        give(1, 1);
    }

    @Override
    public void terminateStalls(StreamId psid) {
        own(psid);
        give(1, 1);
    }

    @Override
    public long sync() {
        give(1, 1);
        return written;
    }

    @Override
    public SyncOutcome outcome(long sync) {
        return executed < sync ? SyncOutcome.PENDING : SyncOutcome.DONE;
    }
}
