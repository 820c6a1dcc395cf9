package org.vinculum.smmu.walk;

/// How a walk can fail (IHI 0070, 7.3.12 to 7.3.16).
public enum Fault {
    NONE,
    /// F_WALK_EABT.
    ABORT,
    /// F_TRANSLATION.
    TRANSLATION,
    /// F_ADDR_SIZE.
    ADDRESS_SIZE,
    /// F_ACCESS.
    ACCESS,
    /// F_PERMISSION.
    PERMISSION
}
