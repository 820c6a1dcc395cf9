package org.vinculum.hypervisor.fake;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.vinculum.domain.HostSmmu;
import org.vinculum.domain.StreamSetting;
import org.vinculum.domain.SyncOutcome;
import org.vinculum.hypervisor.host.Stage2;
import org.vinculum.iommu.Endpoints.Response;
import org.vinculum.memory.StreamId;

/// A domain's part of a [FakeHost]. Fails when two threads are in it.
public final class FakeHostSmmu implements HostSmmu {
    private final FakeHost host;
    private final Stage2 stage2;
    private final AtomicReference<Thread> inside = new AtomicReference<>();

    FakeHostSmmu(FakeHost host, Stage2 stage2) {
        this.host = host;
        this.stage2 = stage2;
    }

    Stage2 stage2() {
        return stage2;
    }

    FakeHost fake() {
        return host;
    }

    private <T> T alone(Supplier<T> call) {
        if (!inside.compareAndSet(null, Thread.currentThread())) {
            throw new IllegalStateException("two threads use " + host.path + " for one domain");
        }
        try {
            return call.get();
        } finally {
            inside.set(null);
        }
    }

    private long give(StreamId psid) {
        return alone(() -> {
            own(psid);
            return host.give(1);
        });
    }

    private void own(StreamId psid) {
        synchronized (host) {
            if (host.owners.get(psid) != this) {
                throw new IllegalArgumentException(psid + " is not the domain's");
            }
        }
    }

    @Override
    public String path() {
        return host.path;
    }

    @Override
    public long identification(String name) {
        return host.identification(name);
    }

    @Override
    public int room() {
        return alone(host::room);
    }

    @Override
    public int configure(StreamId psid, StreamSetting setting) {
        return alone(() -> {
            own(psid);
            synchronized (host) {
                host.settings.put(psid, setting);
            }
            host.give(1);
            return 1;
        });
    }

    @Override
    public void invalidateContext(StreamId psid, int substreamId, boolean leaf) {
        give(psid);
    }

    @Override
    public void invalidateContexts(StreamId psid) {
        give(psid);
    }

    @Override
    public void invalidate(long word0, long word1) {
        alone(() -> host.give(1));
    }

    @Override
    public int invalidateDevice(StreamId psid, long word0, long word1) {
        give(psid);
        return 1;
    }

    @Override
    public void respond(StreamId psid, int substreamId, int group, Response response) {
        give(psid);
    }

    @Override
    public void resume(StreamId psid, int stag, boolean retry, boolean abort) {
        give(psid);
    }

    @Override
    public void terminateStalls(StreamId psid) {
        give(psid);
    }

    @Override
    public long sync() {
        return alone(() -> host.give(1));
    }

    @Override
    public SyncOutcome outcome(long sync) {
        return host.done(sync) ? SyncOutcome.DONE : SyncOutcome.PENDING;
    }
}
