package org.vinculum.hypervisor.guest;

/// Which virtual IOMMU it is, for people.
///
/// @param viommu its place among those of the domain
record Place(String domain, int viommu) {}
