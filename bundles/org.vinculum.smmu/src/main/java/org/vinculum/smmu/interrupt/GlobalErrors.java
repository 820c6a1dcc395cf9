package org.vinculum.smmu.interrupt;

import org.vinculum.smmu.spec.Bits;
import org.vinculum.smmu.spec.register.Gerror;

/// GERROR and GERRORN (IHI 0070, 7.5): an error is active while its bits differ. Any thread may find one.
public final class GlobalErrors {
    private volatile int errors;
    private volatile int acknowledged;
    private Runnable interrupt = () -> {};

    /// What tells software that an error has become active.
    void interruptBy(Runnable toSoftware) {
        interrupt = toSoftware;
    }

    public boolean active(Bits error) {
        return error.isSet(errors ^ acknowledged);
    }

    /// Makes an error active; one that is already is not logged again.
    public void activate(Bits error) {
        if (toggled(error) && !error.equals(Gerror.MSI_GERROR_ABT_ERR)) {
            interrupt.run();
        }
    }

    private synchronized boolean toggled(Bits error) {
        if (active(error)) {
            return false;
        }
        errors ^= (int) error.mask();
        return true;
    }

    /// GERROR.
    public int errors() {
        return errors;
    }

    /// GERRORN.
    public int acknowledged() {
        return acknowledged;
    }

    /// A write of GERRORN.
    public synchronized void acknowledge(int value) {
        acknowledged = value;
    }

    /// Both registers from a saved state.
    public synchronized void set(int restoredErrors, int restoredAcknowledged) {
        errors = restoredErrors;
        acknowledged = restoredAcknowledged;
    }
}
