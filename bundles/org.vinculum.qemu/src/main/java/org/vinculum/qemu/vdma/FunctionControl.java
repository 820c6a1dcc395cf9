package org.vinculum.qemu.vdma;

import org.vinculum.memory.Ram;

/// What software has set in the configuration space of one function: looked at again each time, for it changes at any moment.
final class FunctionControl {
    private static final int DATA = 0xffff;

    /// Messages are four bytes at a multiple of four, whatever was written (PCIe 5.0, 7.7.1.3).
    private static final int ADDRESS = ~3;

    private final Ram configuration;

    FunctionControl(Ram configuration) {
        this.configuration = configuration;
    }

    /// Without it the function issues nothing (PCIe 5.0, 7.5.1.1.3), messages included.
    boolean isBusMaster() {
        return (configuration.getInt(ConfigurationSpace.COMMAND) & ConfigurationSpace.BUS_MASTER)
                != 0;
    }

    boolean hasMessages() {
        int control = configuration.getInt(ConfigurationSpace.MESSAGES);
        return (control & ConfigurationSpace.MESSAGES_ENABLED) != 0;
    }

    /// Whether the function may ask for translations (PCIe 5.0, 10.5.1.3).
    boolean mayAskForTranslations() {
        int control = configuration.getInt(ConfigurationSpace.REQUESTS);
        return (control & ConfigurationSpace.REQUESTS_ENABLED) != 0;
    }

    long messageAddress() {
        int low = configuration.getInt(ConfigurationSpace.MESSAGES + 4) & ADDRESS;
        int high = configuration.getInt(ConfigurationSpace.MESSAGES + 8);
        return (long) high << 32 | Integer.toUnsignedLong(low);
    }

    int messageData() {
        return configuration.getInt(ConfigurationSpace.MESSAGES + 12) & DATA;
    }
}
