package org.vinculum.domain;

import org.osgi.annotation.versioning.ProviderType;
import org.vinculum.iommu.Outcome;

/// The way of one device's transactions through its SMMU. Belongs to one thread at a time; ports do not wait for one another.
@ProviderType
public interface DmaPort {
    /// Translates one transaction, as [org.vinculum.iommu.IommuModel#translate].
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
