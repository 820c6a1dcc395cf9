package org.vinculum.hypervisor.machine.physical;

import org.vinculum.memory.StreamId;

/// A stream in somebody's hands.
public final class Claim {
    private final Claimant claimant;
    private final PhysicalSmmu smmu;
    private final StreamId psid;
    private final StreamId vsid;
    private int excess;
    private long backlog;

    /// @param vsid what the claimant knows it by
    public Claim(Claimant claimant, PhysicalSmmu smmu, StreamId psid, StreamId vsid) {
        this.claimant = claimant;
        this.smmu = smmu;
        this.psid = psid;
        this.vsid = vsid;
    }

    public Claimant claimant() {
        return claimant;
    }

    public PhysicalSmmu smmu() {
        return smmu;
    }

    /// Of the SMMU.
    public String path() {
        return smmu.driver().path();
    }

    public StreamId psid() {
        return psid;
    }

    public StreamId vsid() {
        return vsid;
    }

    /// Notes an event beyond the allowance. For one thread at a time.
    ///
    /// @return how many there have been since its SMMU's queues were empty
    public int exceeded() {
        if (backlog != smmu.backlog()) {
            backlog = smmu.backlog();
            excess = 0;
        }
        return ++excess;
    }

    /// Begins to count anew.
    public void forgive() {
        excess = 0;
    }
}
