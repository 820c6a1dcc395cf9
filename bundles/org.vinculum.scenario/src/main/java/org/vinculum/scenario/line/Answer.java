package org.vinculum.scenario.line;

/// How a transaction ends, or that it waits.
public sealed interface Answer {
    /// Whether another answer is one that this one allows.
    boolean allows(Answer other);

    /// @param address the output address
    record Translated(long address) implements Answer {
        @Override
        public boolean allows(Answer other) {
            return equals(other);
        }

        @Override
        public String toString() {
            return "pa 0x" + Long.toHexString(address);
        }
    }

    /// The answer to an ATS translation request.
    ///
    /// @param permissions letters of `rwx`, in this order
    record Granted(long address, String permissions) implements Answer {
        @Override
        public boolean allows(Answer other) {
            return equals(other);
        }

        @Override
        public String toString() {
            return "pa 0x" + Long.toHexString(address) + " perm " + permissions;
        }
    }

    /// The answer to an ATS translation request, whatever the permissions.
    record GrantedSomehow(long address) implements Answer {
        @Override
        public boolean allows(Answer other) {
            return other instanceof Granted granted && granted.address == address;
        }

        @Override
        public String toString() {
            return "pa 0x" + Long.toHexString(address);
        }
    }

    /// No translation.
    enum Fault implements Answer {
        ABORT("abort"),
        /// Reads give zero, writes are ignored.
        RAZWI("razwi"),
        STALL("stall"),
        ATS_DENIED("ats-denied");

        private final String word;

        Fault(String word) {
            this.word = word;
        }

        @Override
        public boolean allows(Answer other) {
            return this == other;
        }

        @Override
        public String toString() {
            return word;
        }
    }
}
