package org.vinculum.hypervisor.host.table;

/// What a stream may do beside plain transactions through stage 2.
///
/// @param nests it is behind a virtual IOMMU, which may put stage 1 over stage 2
/// @param trusted its device is believed to use translated addresses that it was given, and no others
/// @param stalls its faulting transactions may wait for the domain
public record StreamRights(boolean nests, boolean trusted, boolean stalls) {}
