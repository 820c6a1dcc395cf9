package org.vinculum.hypervisor.host;

import org.vinculum.domain.HostSmmu;
import org.vinculum.domain.StreamSetting;
import org.vinculum.domain.SyncOutcome;
import org.vinculum.hypervisor.host.register.Identity;
import org.vinculum.hypervisor.host.ring.CommandRing;
import org.vinculum.hypervisor.host.ring.Invalidations;
import org.vinculum.iommu.Endpoints.Response;
import org.vinculum.memory.StreamId;
import org.vinculum.smmu.spec.Substream;
import org.vinculum.smmu.spec.command.CfgiCd;
import org.vinculum.smmu.spec.command.PriResp;
import org.vinculum.smmu.spec.command.Resume;

/// One SMMU as one domain may use it: every command is about a stream of the domain or carries its VMID.
final class DomainSmmu implements HostSmmu {
    private static final int DEVICE_COMMANDS = 3;

    private final SmmuDriver driver;
    private final Stage2 stage2;
    private final Identity identity;
    private final Object lock;
    private final CommandRing ring;
    private final Streams streams;
    private final Invalidations invalidations;
    private final DeviceFailures failures = new DeviceFailures();

    /// @param lock of the SMMU
    DomainSmmu(
            SmmuDriver driver,
            Stage2 stage2,
            Identity identity,
            Object lock,
            CommandRing ring,
            Streams streams) {
        this.driver = driver;
        this.stage2 = stage2;
        this.identity = identity;
        this.lock = lock;
        this.ring = ring;
        this.streams = streams;
        this.invalidations = new Invalidations(identity);
    }

    boolean isOf(SmmuDriver one) {
        return driver == one;
    }

    Stage2 stage2() {
        return stage2;
    }

    @Override
    public String path() {
        return driver.path();
    }

    @Override
    public long identification(String name) {
        return driver.identification(name);
    }

    @Override
    public int room() {
        synchronized (lock) {
            return driver.vacant() ? 0 : ring.room();
        }
    }

    @Override
    public int configure(StreamId psid, StreamSetting setting) {
        synchronized (lock) {
            driver.awaitModel();
            OwnedStream stream = streams.of(psid, this);
            need(SETTING_COMMANDS);
            return streams.configure(stream, setting);
        }
    }

    @Override
    public void invalidateContext(StreamId psid, int substreamId, boolean leaf) {
        give(psid, Commands.context(psid, substreamId), CfgiCd.LEAF.of(leaf));
    }

    @Override
    public void invalidateContexts(StreamId psid) {
        give(psid, Commands.contexts(psid), 0);
    }

    @Override
    public void invalidate(long word0, long word1) {
        synchronized (lock) {
            need(1);
            invalidations.append(ring, stage2.vmid(), word0, word1);
        }
    }

    @Override
    public int invalidate(long[] words, int count) {
        synchronized (lock) {
            int taken = Math.min(count, ring.room());
            for (int i = 0; i < taken; i++) {
                invalidations.append(ring, stage2.vmid(), words[2 * i], words[2 * i + 1]);
            }
            return taken;
        }
    }

    @Override
    public int invalidateDevice(StreamId psid, long word0, long word1) {
        synchronized (lock) {
            OwnedStream stream = streams.of(psid, this);
            need(DEVICE_COMMANDS);
            if (!identity.ats()) {
                return 0;
            }
            long before = ring.written();
            ring.separate();
            invalidations.appendAtc(ring, stream.psid().value(), word0, word1);
            ring.appendSync(failures);
            return (int) (ring.written() - before);
        }
    }

    @Override
    public void respond(StreamId psid, int substreamId, int group, Response response) {
        if (identity.pri()) {
            Substream substream = substreamId < 0 ? Substream.NONE : Substream.of(substreamId);
            give(
                    psid,
                    Commands.answer(psid, substream),
                    PriResp.PRG_INDEX.of(group) | PriResp.RESP.of(response.ordinal()));
        }
    }

    @Override
    public void resume(StreamId psid, int stag, boolean retry, boolean abort) {
        if (identity.stalls()) {
            give(psid, Commands.resume(psid, retry, abort), Resume.STAG.of(stag));
        }
    }

    @Override
    public void terminateStalls(StreamId psid) {
        if (identity.stalls()) {
            give(psid, Commands.stallTerm(psid), 0);
        }
    }

    private void give(StreamId psid, long word0, long word1) {
        synchronized (lock) {
            streams.of(psid, this);
            need(1);
            ring.append(word0, word1);
        }
    }

    private void need(int commands) {
        if (!ring.takes(commands)) {
            throw new IllegalStateException("no room for " + commands + " commands at " + path());
        }
    }

    @Override
    public long sync() {
        synchronized (lock) {
            long sync = ring.sync(failures.newest());
            failures.give(sync, ring.syncs().completed());
            return sync;
        }
    }

    @Override
    public SyncOutcome outcome(long sync) {
        if (!ring.syncs().done(sync)) {
            return SyncOutcome.PENDING;
        }
        return failures.failed(sync) ? SyncOutcome.DEVICE_TIMEOUT : SyncOutcome.DONE;
    }
}
