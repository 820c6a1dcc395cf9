/// Machines under a hypervisor: domains with their memory, virtual IOMMUs in front of guests, physical SMMUs behind them.
///
/// [Hypervisor] makes a [Machine]; a machine makes [Domain]s. What a guest sees of its IOMMU is a [VirtualIommu], made by a
/// [VirtualIommuType] that anybody may bring; it reaches the hardware through one [HostSmmu] for each physical SMMU behind
/// it, which confines whatever it asks for to its domain. Which domain may use the hardware next is a [SchedulingPolicy]'s
/// decision.
///
/// Guests, guest memory and devices are hostile: what they do is answered as the architecture says, never with an
/// exception, and each call does a bounded amount of work.
@Export
@Version("1.0.0")
package org.vinculum.domain;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
