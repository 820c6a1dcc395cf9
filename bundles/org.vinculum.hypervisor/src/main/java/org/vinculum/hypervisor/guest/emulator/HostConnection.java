package org.vinculum.hypervisor.guest.emulator;

import org.vinculum.domain.HostSmmu;
import org.vinculum.domain.StreamSetting;
import org.vinculum.domain.SyncOutcome;
import org.vinculum.iommu.Endpoints.Response;
import org.vinculum.memory.StreamId;

/// A host as one emulator reaches it: it commands while it is in its place, and only learns what the host is before and
/// afterwards, whatever thread of it still runs.
final class HostConnection implements HostSmmu {
    private static final long NONE = -1;

    private final HostSmmu host;
    private final int index;
    private final WaitingStalls stalls;
    private volatile boolean open;
    private long asked = NONE;
    private long inherited = NONE;

    /// @param index among the hosts of the virtual IOMMU
    HostConnection(HostSmmu host, int index, WaitingStalls stalls) {
        this.host = host;
        this.index = index;
        this.stalls = stalls;
    }

    HostSmmu host() {
        return host;
    }

    void open() {
        open = true;
    }

    /// Takes over from another emulator's. What it still waited for is waited for by the next sync.
    void openAfter(HostConnection before) {
        inherited = before.asked == NONE ? before.inherited : before.asked;
        open = true;
    }

    void close() {
        open = false;
    }

    private HostSmmu commanded() {
        if (!open) {
            throw new IllegalStateException("not in its place before " + host.path());
        }
        return host;
    }

    @Override
    public String path() {
        return host.path();
    }

    @Override
    public long identification(String name) {
        return host.identification(name);
    }

    @Override
    public int room() {
        return open ? host.room() : 0;
    }

    @Override
    public int configure(StreamId psid, StreamSetting setting) {
        return commanded().configure(psid, setting);
    }

    @Override
    public void invalidateContext(StreamId psid, int substreamId, boolean leaf) {
        commanded().invalidateContext(psid, substreamId, leaf);
    }

    @Override
    public void invalidateContexts(StreamId psid) {
        commanded().invalidateContexts(psid);
    }

    @Override
    public void invalidate(long word0, long word1) {
        commanded().invalidate(word0, word1);
    }

    @Override
    public int invalidate(long[] words, int count) {
        return commanded().invalidate(words, count);
    }

    @Override
    public int invalidateDevice(StreamId psid, long word0, long word1) {
        return commanded().invalidateDevice(psid, word0, word1);
    }

    @Override
    public void respond(StreamId psid, int substreamId, int group, Response response) {
        commanded().respond(psid, substreamId, group, response);
    }

    @Override
    public void resume(StreamId psid, int stag, boolean retry, boolean abort) {
        commanded().resume(psid, stag, retry, abort);
        stalls.answered(index, psid, stag);
    }

    @Override
    public void terminateStalls(StreamId psid) {
        commanded().terminateStalls(psid);
        stalls.ended(index, psid);
    }

    @Override
    public long sync() {
        asked = commanded().sync();
        return asked;
    }

    @Override
    public SyncOutcome outcome(long sync) {
        SyncOutcome outcome = open ? host.outcome(sync) : SyncOutcome.PENDING;
        if (outcome == SyncOutcome.PENDING) {
            return outcome;
        }
        if (sync == asked) {
            asked = NONE;
        }
        return withInherited(outcome);
    }

    /// The earlier one is complete when a later one is.
    private SyncOutcome withInherited(SyncOutcome own) {
        if (inherited == NONE) {
            return own;
        }
        SyncOutcome earlier = host.outcome(inherited);
        inherited = NONE;
        return earlier == SyncOutcome.DEVICE_TIMEOUT ? earlier : own;
    }
}
