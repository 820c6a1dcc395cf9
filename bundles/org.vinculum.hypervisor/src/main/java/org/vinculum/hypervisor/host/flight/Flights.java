package org.vinculum.hypervisor.host.flight;

import java.lang.invoke.VarHandle;
import java.util.Arrays;
import java.util.concurrent.locks.LockSupport;

/// The transactions in front of one SMMU. [#open] and [#close] are for any thread, the rest for whoever holds the lock of the
/// SMMU.
public final class Flights {
    /// Looks at transactions that are about to end, before a thread gives its processor away for longer.
    private static final int LOOKS = 200;

    private static final long NAP_NANOS = 20_000;

    private final Gate gate = new Gate();
    private volatile Flight[] all = {};
    private Flight[] noted = {};
    private long[] numbers = {};
    private int count;

    /// For a further device.
    public synchronized Flight open() {
        Flight flight = new Flight(gate);
        Flight[] more = Arrays.copyOf(all, all.length + 1);
        more[all.length] = flight;
        all = more;
        return flight;
    }

    /// The device is gone. Nothing happens when it was before.
    public synchronized void close(Flight flight) {
        all = Arrays.stream(all).filter(one -> one != flight).toArray(Flight[]::new);
    }

    /// Remembers which transactions are on their way, because what they were translated by is no longer so.
    public void note() {
        VarHandle.fullFence();
        Flight[] now = all;
        if (noted.length < now.length) {
            noted = new Flight[now.length];
            numbers = new long[now.length];
        }
        count = 0;
        for (Flight flight : now) {
            long number = flight.number();
            if ((number & 1) != 0) {
                noted[count] = flight;
                numbers[count] = number;
                count++;
            }
        }
    }

    /// Whether all that were remembered have come to their end.
    public boolean landed() {
        while (count > 0 && noted[count - 1].number() != numbers[count - 1]) {
            count--;
        }
        return count == 0;
    }

    /// Lets no transaction begin, and waits until those have ended that were on their way. Each of them is waited for once,
    /// however often its device tries again.
    ///
    /// @param nanos how long to wait at most
    /// @return false when some did not end; transactions are held all the same
    public boolean hold(long nanos) {
        gate.close();
        VarHandle.fullFence();
        long begun = System.nanoTime();
        int looks = 0;
        for (Flight flight : all) {
            long number = flight.number();
            while ((number & 1) != 0 && flight.number() == number) {
                if (System.nanoTime() - begun > nanos) {
                    return false;
                }
                if (++looks < LOOKS) {
                    Thread.yield();
                } else {
                    LockSupport.parkNanos(NAP_NANOS);
                }
            }
        }
        return true;
    }

    /// Transactions go on. Nothing happens when they were not held.
    public void resume() {
        gate.open();
    }
}
