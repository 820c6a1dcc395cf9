package org.vinculum.swap;

/// What became of one attempt to swap, for those who look later.
///
/// @param number of the attempt in its machine, from 1
/// @param place as [SwapReport#place()]
/// @param from as [SwapReport#from()]
/// @param to as [SwapReport#to()], or what was asked for where nothing was found
/// @param reason whole sentences; empty for [Outcome#DONE]
/// @param pauseNanos nanoseconds for which transactions and commands waited; 0 where nothing was held
public record SwapRecord(
        long number,
        String place,
        String from,
        String to,
        Outcome outcome,
        String reason,
        long pauseNanos) {
    public enum Outcome {
        DONE,
        /// The old one went on, it had never been stopped or was let go on.
        REFUSED,
        /// The new one failed after it had taken over, and the old one took over again.
        FELL_BACK,
        /// What stood there has gone, and nobody has taken over yet.
        VACANT
    }
}
