package org.vinculum.swap;

/// A swap that has been done.
///
/// @param place what was swapped: an SMMU's path, or a domain's virtual IOMMU as `guest1/0`
/// @param from name and version of what stood there, `smmuv3-3.0 0.1.0`
/// @param to name and version of what stands there now
/// @param pauseNanos nanoseconds for which transactions and commands waited
/// @param stalled transactions that waited for software and have been taken over
public record SwapReport(String place, String from, String to, long pauseNanos, int stalled) {
    /// The same with the time of the pause, which whoever holds the place has measured.
    public SwapReport withPause(long nanos) {
        return new SwapReport(place, from, to, nanos, stalled);
    }
}
