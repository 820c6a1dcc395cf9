package org.vinculum.qemu.swap;

/// What an SMMU was in the middle of.
enum Moment {
    /// Some commands of a batch are done, others wait.
    COMMANDS,
    /// Events have been lost, and the driver has not seen that yet (IHI 0070, 7.4).
    OVERFLOW,
    /// Nothing that can be seen from outside.
    QUIET
}
