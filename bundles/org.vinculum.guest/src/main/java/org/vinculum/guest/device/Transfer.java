package org.vinculum.guest.device;

/// Some bytes on their way, page by page. Belongs to the device's thread.
public final class Transfer {
    /// What is done with the bytes between two page boundaries.
    @FunctionalInterface
    interface Step {
        /// @param done bytes of the transfer that are behind it
        /// @return bytes more that are done; else one of the negative values of [PagePort]
        long at(long done);
    }

    private final long length;
    private final Step step;
    private long done;
    private TransferState state;

    Transfer(long length, Step step) {
        this.length = length;
        this.step = step;
        proceed();
    }

    /// Goes on, as far as possible; a transaction that waited is looked at again.
    public TransferState proceed() {
        while (done < length) {
            long more = step.at(done);
            if (more < 0) {
                state = more == PagePort.WAITS ? TransferState.STALLED : TransferState.ABORTED;
                return state;
            }
            done += more;
        }
        state = TransferState.DONE;
        return state;
    }

    public TransferState state() {
        return state;
    }

    /// How many bytes are done; those of the page that stopped it are not.
    public long done() {
        return done;
    }
}
