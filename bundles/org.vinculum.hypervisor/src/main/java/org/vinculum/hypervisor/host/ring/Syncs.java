package org.vinculum.hypervisor.host.ring;

import org.vinculum.hypervisor.host.flight.Flights;
import org.vinculum.hypervisor.recording.HostSync;

/// Numbers the CMD_SYNCs of a ring, from 1, and knows which are complete: the SMMU has passed them, and the transactions that
/// were on their way then have come to their end (IHI 0070, 4.7.3). [#done] is for any thread; all else belongs to whoever
/// holds the lock of the SMMU.
public final class Syncs {
    private final String path;
    private final long[] positions;
    private final long[] begun;
    private final DeviceTimeouts[] owners;
    private final Flights flights;
    private long last;
    private long passed;
    private long waitedFor;
    private volatile long completed;

    /// @param path of the SMMU
    /// @param most that can be in the ring at a time, a power of two
    /// @param flights in front of the SMMU
    Syncs(String path, int most, Flights flights) {
        this.path = path;
        this.flights = flights;
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
        while (passed < last && positions[slot(passed + 1)] < position) {
            passed++;
            owners[slot(passed)] = null;
            HostSync.completed(path, passed, begun[slot(passed)]);
        }
        look();
    }

    /// Looks for transactions that have come to their end. Those that were on their way at one time are waited for together, so
    /// that others which begin meanwhile hold nothing up.
    void look() {
        if (waitedFor != completed && flights.landed()) {
            completed = waitedFor;
        }
        if (waitedFor == completed && passed != completed) {
            flights.note();
            waitedFor = passed;
            if (flights.landed()) {
                completed = passed;
            }
        }
    }

    /// Whether the SMMU has passed a number, complete or not.
    boolean passed(long number) {
        return number <= passed;
    }

    /// Whether the SMMU has passed one that is not complete.
    boolean waits() {
        return passed != completed;
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
        for (long number = passed + 1; number <= last; number++) {
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
