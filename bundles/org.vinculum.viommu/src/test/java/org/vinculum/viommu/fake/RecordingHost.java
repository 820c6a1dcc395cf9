package org.vinculum.viommu.fake;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.vinculum.domain.HostSmmu;
import org.vinculum.domain.StreamSetting;
import org.vinculum.domain.SyncOutcome;
import org.vinculum.iommu.Endpoints.Response;
import org.vinculum.memory.StreamId;

/// A physical SMMU that writes down what it is told, and executes it when a test says so. It holds callers to the contract:
/// room, own streams, opcodes.
public final class RecordingHost implements HostSmmu {
    /// SMMUv3.3 with all that a virtual SMMU can make use of: stalls (16), ATS, PRI, ranges, substreams, 48 bits.
    public static final Map<String, Long> CAPABLE =
            Map.of(
                    "IDR0", 0x080d_f6bbL,
                    "IDR1", 0x0273_9d10L,
                    "IDR3", 0x0000_773cL,
                    "IDR5", 0x0040_0475L,
                    "AIDR", 0x0000_0003L);

    /// What [#configure] takes here.
    public static final int CONFIGURE_COMMANDS = 5;

    private final Map<String, Long> registers = new TreeMap<>(CAPABLE);
    private final Set<StreamId> streams = new HashSet<>();
    private final Map<StreamId, StreamSetting> settings = new TreeMap<>();
    private final List<String> log = new ArrayList<>();
    private final List<Long> timeouts = new ArrayList<>();
    private int capacity = Integer.MAX_VALUE;
    private boolean prompt = true;
    private boolean silentDevices;
    private long written;
    private long executed;
    private long syncs;
    private long lastAsid;

    public RecordingHost with(String register, long value) {
        registers.put(register, value);
        return this;
    }

    /// Its ring has so many entries, and nothing is executed before [#execute].
    public RecordingHost slow(int entries) {
        capacity = entries;
        prompt = false;
        return this;
    }

    /// No device answers an ATC_INV from now on.
    public void silentDevices(boolean silent) {
        silentDevices = silent;
    }

    /// A stream that the domain has.
    public void owns(StreamId psid) {
        streams.add(psid);
    }

    public void disowns(StreamId psid) {
        streams.remove(psid);
        settings.remove(psid);
    }

    /// What it was told since this was asked last.
    public List<String> told() {
        List<String> taken = List.copyOf(log);
        log.clear();
        return taken;
    }

    public StreamSetting setting(int psid) {
        return settings.get(new StreamId(psid));
    }

    /// Executes some of what it was told.
    public void execute(long commands) {
        executed = Math.min(written, executed + commands);
    }

    /// Whether every TLBI_NH_ASID has been executed.
    public boolean settledAsids() {
        return executed >= lastAsid;
    }

    public long written() {
        return written;
    }

    public long executed() {
        return executed;
    }

    public long syncs() {
        return syncs;
    }

    private void give(String command) {
        if (room() < 1) {
            throw new IllegalStateException("no room for " + command);
        }
        written++;
        log.add(command);
        if (prompt) {
            executed = written;
        }
    }

    private void own(StreamId psid) {
        if (!streams.contains(psid)) {
            throw new IllegalArgumentException("not the domain's: " + psid);
        }
    }

    @Override
    public String path() {
        return "/smmu";
    }

    @Override
    public long identification(String name) {
        return registers.getOrDefault(name, 0L);
    }

    @Override
    public int room() {
        return (int) (capacity - (written - executed));
    }

    @Override
    public int configure(StreamId psid, StreamSetting setting) {
        own(psid);
        if (room() < SETTING_COMMANDS) {
            throw new IllegalStateException("no room for a setting");
        }
        settings.put(psid, setting);
        give("configure " + psid + " " + text(setting));
        written += CONFIGURE_COMMANDS - 1;
        executed = written;
        return CONFIGURE_COMMANDS;
    }

    private static String text(StreamSetting setting) {
        return switch (setting) {
            case StreamSetting.Abort _ -> "abort";
            case StreamSetting.Bypass _ -> "bypass";
            case StreamSetting.Invalid _ -> "invalid";
            case StreamSetting.Stage1(long word0, long word1, boolean ats) ->
                    Long.toHexString(word0) + " " + Long.toHexString(word1) + (ats ? " ats" : "");
        };
    }

    @Override
    public void invalidateContext(StreamId psid, int substreamId, boolean leaf) {
        own(psid);
        give("CFGI_CD " + psid + " " + substreamId + (leaf ? " leaf" : ""));
    }

    @Override
    public void invalidateContexts(StreamId psid) {
        own(psid);
        give("CFGI_CD_ALL " + psid);
    }

    @Override
    public void invalidate(long word0, long word1) {
        long opcode = word0 & 0xff;
        if (opcode < 0x10 || opcode > 0x13) {
            throw new IllegalArgumentException("opcode " + Long.toHexString(opcode));
        }
        give(Long.toHexString(word0) + " " + Long.toHexString(word1));
        lastAsid = opcode == 0x11 ? written : lastAsid;
    }

    @Override
    public int invalidateDevice(StreamId psid, long word0, long word1) {
        own(psid);
        if (room() < 3) {
            throw new IllegalStateException("no room for an ATC_INV");
        }
        give("ATC_INV " + psid + " " + Long.toHexString(word0) + " " + Long.toHexString(word1));
        written++;
        executed = prompt ? written : executed;
        if (silentDevices) {
            timeouts.add(written);
        }
        return 2;
    }

    @Override
    public void respond(StreamId psid, int substreamId, int group, Response response) {
        own(psid);
        give("PRI_RESP " + psid + " " + substreamId + " " + group + " " + response);
    }

    @Override
    public void resume(StreamId psid, int stag, boolean retry, boolean abort) {
        own(psid);
        String answer = retry ? "retry" : abort ? "abort" : "terminate";
        give("RESUME " + psid + " " + stag + " " + answer);
    }

    @Override
    public void terminateStalls(StreamId psid) {
        own(psid);
        give("STALL_TERM " + psid);
    }

    @Override
    public long sync() {
        give("SYNC");
        syncs++;
        return written;
    }

    @Override
    public SyncOutcome outcome(long sync) {
        if (executed < sync) {
            return SyncOutcome.PENDING;
        }
        boolean late = timeouts.removeIf(position -> position <= sync);
        return late ? SyncOutcome.DEVICE_TIMEOUT : SyncOutcome.DONE;
    }
}
