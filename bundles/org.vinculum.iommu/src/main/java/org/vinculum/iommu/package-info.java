/// What a model of an IOMMU is: registers, memory to reach, transactions in, outcomes out, interrupts out.
///
/// A vendor implements [IommuModelFactory], or describes a variant of the SMMUv3 by an [SmmuProfile] and leaves the rest to
/// the engine that is there. A model knows no hypervisor and no firmware; whoever drives it does so as it would drive
/// silicon.
@Export
@Version("1.1.0")
package org.vinculum.iommu;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
