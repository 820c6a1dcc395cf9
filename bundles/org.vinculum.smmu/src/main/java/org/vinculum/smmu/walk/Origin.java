package org.vinculum.smmu.walk;

/// What an address was translated for (IHI 0070, 7.3, the CLASS field).
public enum Origin {
    CONTEXT_DESCRIPTOR,
    TABLE,
    INPUT;

    /// CLASS, 2 bits.
    public int coded() {
        return ordinal();
    }
}
