package org.vinculum.hypervisor.machine.physical;

/// Where the machine's devices write their messages.
@FunctionalInterface
public interface Messages {
    /// Whether a write there is a message.
    ///
    /// @param physical host physical
    boolean takes(long physical);
}
