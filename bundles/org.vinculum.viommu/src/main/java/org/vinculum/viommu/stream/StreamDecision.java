package org.vinculum.viommu.stream;

import org.vinculum.domain.StreamSetting;

/// What follows from the guest's configuration for a stream, with the reason where that is a fault: an event of the host
/// tells only that there is one.
public sealed interface StreamDecision {
    /// What the host is to do.
    StreamSetting setting();

    /// The configuration is one.
    ///
    /// @param ppar STE.PPAR: automatic answers to page requests carry the request's PASID
    record Valid(StreamSetting setting, boolean ppar) implements StreamDecision {
        /// Where no page requests are.
        static Valid of(StreamSetting setting) {
            return new Valid(setting, false);
        }
    }

    /// The STE is not valid or ILLEGAL: C_BAD_STE.
    record BadEntry() implements StreamDecision {
        @Override
        public StreamSetting setting() {
            return new StreamSetting.Invalid();
        }
    }

    /// The stream table has no room for the stream: C_BAD_STREAMID.
    record NoEntry() implements StreamDecision {
        @Override
        public StreamSetting setting() {
            return new StreamSetting.Invalid();
        }
    }

    /// There is no memory where the STE or the way to it should be: F_STE_FETCH.
    ///
    /// @param address guest physical
    record Unreachable(long address) implements StreamDecision {
        @Override
        public StreamSetting setting() {
            return new StreamSetting.Invalid();
        }
    }
}
