package org.vinculum.scenario.line;

/// What a device sends.
///
/// @param request an ATS translation request instead of an access
/// @param substreamId 20 bits, or -1 for none
/// @param access bits of [org.vinculum.iommu.Access]
public record Transaction(
        boolean request, int streamId, int substreamId, long address, int access) {}
