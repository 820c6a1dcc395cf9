package org.vinculum.guest.board;

import org.vinculum.domain.GuestInterrupts;
import org.vinculum.guest.driver.DriverInterrupt;
import org.vinculum.guest.driver.GuestDriver;

/// Brings a guest's wired interrupts to its driver. From any thread.
public final class DriverInterrupts implements GuestInterrupts {
    private final int events;
    private final int errors;
    private volatile GuestDriver driver;

    /// @param events interrupt ID of everything but global errors
    /// @param errors interrupt ID of global errors
    public DriverInterrupts(int events, int errors) {
        this.events = events;
        this.errors = errors;
    }

    public void tell(GuestDriver told) {
        driver = told;
    }

    @Override
    public void raise(int intid) {
        GuestDriver told = driver;
        if (told == null) {
            return;
        }
        if (intid == errors) {
            told.raise(DriverInterrupt.ERRORS);
        }
        if (intid == events) {
            told.raise(DriverInterrupt.EVENTS);
            told.raise(DriverInterrupt.PAGE_REQUESTS);
        }
    }

    /// Its virtual SMMU's interrupts are wired.
    @Override
    public void message(long deviceId, int event) {}
}
