package org.vinculum.domain;

import java.lang.foreign.MemorySegment;
import org.osgi.annotation.versioning.ProviderType;
import org.vinculum.iommu.Outcome;

/// The way of one device's transactions through its SMMU. Belongs to one thread at a time; ports do not wait for one another.
@ProviderType
public interface DmaPort {
    /// Carries one transaction out: translates it and moves its bytes. Until it returns, no CMD_SYNC completes that would have
    /// its translation forgotten, and no memory leaves its domain.
    ///
    /// @param access one of [org.vinculum.iommu.Access#READ] and [org.vinculum.iommu.Access#WRITE], with other bits
    /// @param bytes receives what is read, or is written; together with `address` within 4 KiB. Four bytes that are written where
    ///     there is no RAM are a message, as for [#writeInt]
    /// @return the host physical address, or one of [Outcome]'s negative values
    /// @throws IllegalArgumentException when it crosses a 4 KiB boundary
    long transfer(int substreamId, long address, int access, MemorySegment bytes, Outcome outcome);

    /// Translates one transaction, as [org.vinculum.iommu.IommuModel#translate], and does not carry it out: what is done with
    /// the address afterwards may come after a CMD_SYNC.
    ///
    /// @return a host physical address for [Machine#memory()], or one of [Outcome]'s negative values
    long translate(int substreamId, long address, int access, Outcome outcome);

    /// Asks for a translation to keep, as [org.vinculum.iommu.IommuModel#requestTranslation].
    long requestTranslation(int substreamId, long address, int access, Outcome outcome);

    /// Asks for a page, as [org.vinculum.iommu.IommuModel#requestPage].
    void requestPage(int substreamId, long address, int access, int group, boolean last);

    /// Writes four bytes to a translated address: to RAM, or as a message to the interrupt translation service, which knows
    /// by the stream who sent it and tells the domain that has it.
    ///
    /// @param physical as [#translate] answered
    /// @return false when nothing answers there
    boolean writeInt(long physical, int value);

    /// Takes the device away; the port is of no use afterwards.
    void disconnect();
}
