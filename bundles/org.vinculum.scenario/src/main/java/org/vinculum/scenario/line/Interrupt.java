package org.vinculum.scenario.line;

/// One interrupt, as scenarios write it.
public sealed interface Interrupt {
    /// An edge of a wire.
    enum Wire implements Interrupt {
        EVENTQ("evtq"),
        GERROR("gerror"),
        PRIQ("priq"),
        CMD_SYNC("sync");

        private final String word;

        Wire(String word) {
            this.word = word;
        }

        @Override
        public String toString() {
            return word;
        }
    }

    /// A write of four bytes.
    record Message(long address, int data) implements Interrupt {
        @Override
        public String toString() {
            return "msi:0x" + Long.toHexString(address) + ":0x" + Integer.toHexString(data);
        }
    }
}
