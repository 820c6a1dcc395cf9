package org.vinculum.hypervisor.guest;

/// Which virtual IOMMU it is, for people.
///
/// @param viommu its place among those of the domain
record Place(String domain, int viommu) {
    /// `guest1/0`.
    @Override
    public String toString() {
        return domain + "/" + viommu;
    }
}
