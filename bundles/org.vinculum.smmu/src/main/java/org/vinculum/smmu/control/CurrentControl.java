package org.vinculum.smmu.control;

/// Where the side of the registers leaves what they say, and every transaction looks once.
public final class CurrentControl {
    private volatile Control control;

    public CurrentControl(Control first) {
        this.control = first;
    }

    public Control get() {
        return control;
    }

    /// One thread at a time.
    public void set(Control next) {
        control = next;
    }
}
