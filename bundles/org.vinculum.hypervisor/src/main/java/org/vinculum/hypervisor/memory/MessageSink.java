package org.vinculum.hypervisor.memory;

/// What answers 32-bit writes where there is no RAM: message-signalled interrupts, above all.
@FunctionalInterface
public interface MessageSink {
    /// Nothing answers anywhere.
    MessageSink NONE = (_, _) -> false;

    /// @param physical host physical in a machine's memory, guest physical in a guest's; a multiple of 4
    /// @return false when nothing is there
    boolean write(long physical, int value);
}
