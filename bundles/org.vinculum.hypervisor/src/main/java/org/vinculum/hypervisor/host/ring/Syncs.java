package org.vinculum.hypervisor.host.ring;

import org.vinculum.hypervisor.recording.HostSync;

/// Numbers the CMD_SYNCs of a ring, from 1, and knows which are complete. [#done] is for any thread; all else belongs to
/// whoever holds the lock of the SMMU.
public final class Syncs {
    private final String path;
    private final long[] positions;
    private final long[] begun;
    private final DeviceTimeouts[] owners;
    private long last;
    private volatile long completed;

    /// @param path of the SMMU
    /// @param most that can be in the ring at a time, a power of two
    Syncs(String path, int most) {
        this.path = path;
        positions = new long[most];
        begun = new long[most];
        owners = new DeviceTimeouts[most];
    }

    private int slot(long number) {
        return (int) number & positions.length - 1;
    }

    /// One more has been written.
    ///
    /// @param position counted over all commands ever written
    /// @param owner of the CMD_ATC_INV right before it; null when there is none
    long placed(long position, DeviceTimeouts owner) {
        last++;
        positions[slot(last)] = position;
        begun[slot(last)] = HostSync.begun();
        owners[slot(last)] = owner;
        return last;
    }

    /// The SMMU has got so far.
    void consumed(long position) {
        long done = completed;
        while (done < last && positions[slot(done + 1)] < position) {
            done++;
            owners[slot(done)] = null;
            HostSync.completed(path, done, begun[slot(done)]);
        }
        if (done != completed) {
            completed = done;
        }
    }

    /// Number of the newest, 0 before the first.
    public long last() {
        return last;
    }

    /// Number of the newest that is complete.
    public long completed() {
        return completed;
    }

    public boolean done(long number) {
        return number <= completed;
    }

    /// The devices that the next sync from a position on answers for did not answer.
    ///
    /// @return whether there is somebody who cares
    boolean timedOut(long position) {
        for (long number = completed + 1; number <= last; number++) {
            if (positions[slot(number)] >= position) {
                DeviceTimeouts owner = owners[slot(number)];
                if (owner != null) {
                    owner.timedOut(number);
                }
                return owner != null;
            }
        }
        return false;
    }
}
