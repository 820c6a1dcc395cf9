package org.vinculum.guest.driver;

import java.util.Optional;

/// What a driver learns from firmware and from its user.
///
/// @param coherent the SMMU's accesses see the processors' caches (`dma-coherent`)
/// @param page0Only indexes of event and PRI queue are on page 0 (`cavium,cn9900-broken-page1-regspace`)
/// @param messages where interrupts go as messages; wired ones without
/// @param commandBits binary logarithm of the largest command queue wanted
/// @param eventBits the same of event and PRI queue
/// @param patience pauses after which something is given up
public record DriverOptions(
        boolean coherent,
        boolean page0Only,
        Optional<Messages> messages,
        int commandBits,
        int eventBits,
        int patience) {
    /// What Linux takes at most with pages of 4 KiB, and no memory set aside for more: 4 MiB each.
    public static final int LARGEST_COMMAND_QUEUE = 18;

    private static final int SMALL_QUEUE = 8;
    private static final int PATIENCE = 100_000;

    /// Coherent, wired, with small queues.
    public static DriverOptions ordinary() {
        return new DriverOptions(true, false, Optional.empty(), SMALL_QUEUE, SMALL_QUEUE, PATIENCE);
    }

    public DriverOptions withCommandBits(int bits) {
        return new DriverOptions(coherent, page0Only, messages, bits, eventBits, patience);
    }

    public DriverOptions withEventBits(int bits) {
        return new DriverOptions(coherent, page0Only, messages, commandBits, bits, patience);
    }

    public DriverOptions withMessages(long doorbell, int firstEvent) {
        return new DriverOptions(
                coherent,
                page0Only,
                Optional.of(new Messages(doorbell, firstEvent)),
                commandBits,
                eventBits,
                patience);
    }

    public DriverOptions withPage0Only() {
        return new DriverOptions(coherent, true, messages, commandBits, eventBits, patience);
    }

    public DriverOptions withoutCoherence() {
        return new DriverOptions(false, page0Only, messages, commandBits, eventBits, patience);
    }

    public DriverOptions withPatience(int pauses) {
        return new DriverOptions(coherent, page0Only, messages, commandBits, eventBits, pauses);
    }

    /// Interrupts as messages.
    ///
    /// @param doorbell address that is written
    /// @param firstEvent what the event queue's interrupt writes; global errors write one more, the PRI queue two more
    public record Messages(long doorbell, int firstEvent) {}
}
