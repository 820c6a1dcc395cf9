package org.vinculum.hypervisor.machine.physical;

import org.vinculum.hypervisor.host.HostRecords;
import org.vinculum.smmu.spec.Words;

/// Who has streams: a virtual IOMMU, or a domain that has them without one.
public interface Claimant {
    /// @param record 4 words, as the host's queue had them
    void event(Claim claim, Words record);

    /// @param record 2 words, as the host's queue had them
    void pageRequest(Claim claim, Words record);

    /// Events may have been lost.
    void overflow();

    /// What its domain may have delivered.
    Allowance allowance();

    /// An event has been kept from it, beyond its allowance.
    void dropped(Claim claim);

    /// Makes a stream abort until the guest changes its setting.
    void silence(Claim claim);

    /// A device wrote a message to the interrupt translation service.
    void message(Claim claim, int event);

    /// Gives a stream up.
    ///
    /// @param last receives the records that are left, and has those of this stream delivered at once
    void release(Claim claim, HostRecords last);
}
