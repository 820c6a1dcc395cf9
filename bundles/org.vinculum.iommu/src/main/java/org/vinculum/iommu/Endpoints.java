package org.vinculum.iommu;

import org.osgi.annotation.versioning.ConsumerType;

/// The devices in front of an IOMMU, as far as it speaks to them: invalidations of their translation caches, answers to
/// page requests, and what becomes of transactions that it holds.
@ConsumerType
public interface Endpoints {
    /// No device caches, asks or waits.
    Endpoints NONE =
            new Endpoints() {
                @Override
                public boolean invalidate(
                        int streamId, int substreamId, long address, long size, boolean global) {
                    return true;
                }

                @Override
                public void respond(int streamId, int substreamId, int group, Response response) {}

                @Override
                public void release(int streamId, int stag, Release release) {}
            };

    /// The answers to a page request group (IHI 0070, 8.3).
    enum Response {
        FAILURE,
        INVALID,
        SUCCESS
    }

    /// What becomes of a stalled transaction (IHI 0070, 4.6.1).
    enum Release {
        /// To be translated again.
        RETRY,
        /// Ended with an abort.
        ABORT,
        /// Ended: reads give zero, writes are ignored.
        TERMINATE
    }

    /// Drops cached translations of a device (IHI 0070, 4.5.1).
    ///
    /// @param streamId 32 bits, unsigned
    /// @param substreamId 20 bits, or -1 for none
    /// @param size in bytes, a power of two; 0 stands for everything
    /// @param global whatever the substream is
    /// @return false when the device did not answer in time
    boolean invalidate(int streamId, int substreamId, long address, long size, boolean global);

    /// Answers the page requests of a group.
    ///
    /// @param substreamId 20 bits, or -1 for none
    /// @param group 9 bits
    void respond(int streamId, int substreamId, int group, Response response);

    /// Ends the stall of the transaction that had `stag` as its [Outcome#stag()].
    void release(int streamId, int stag, Release release);
}
