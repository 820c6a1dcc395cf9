package org.vinculum.hypervisor.host.flight;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/// Says whether a transaction of one device is between its translation and the end of its access. Written by the device's
/// thread alone, without waiting for anybody but at a closed gate; read by any.
public final class Flight {
    private static final VarHandle CELLS = MethodHandles.arrayElementVarHandle(long[].class);

    /// Distance from what else may share a cache line, in words of 8 bytes.
    private static final int APART = 16;

    private final Gate gate;

    /// Counts beginnings and ends: odd while a transaction is on its way.
    private final long[] cells = new long[2 * APART + 1];

    Flight(Gate gate) {
        this.gate = gate;
    }

    /// Before the translation, which sees every invalidation that [Flights#note] did not note this one after. Waits while
    /// transactions are held.
    public void begin() {
        CELLS.setVolatile(cells, APART, cells[APART] + 1);
        if (gate.closed()) {
            beginLater();
        }
    }

    /// Whoever closed the gate sees either that this one has begun, or this one sees the gate.
    private void beginLater() {
        do {
            end();
            gate.pass();
            CELLS.setVolatile(cells, APART, cells[APART] + 1);
        } while (gate.closed());
    }

    /// After the access.
    public void end() {
        CELLS.setRelease(cells, APART, cells[APART] + 1);
    }

    long number() {
        return (long) CELLS.getAcquire(cells, APART);
    }
}
