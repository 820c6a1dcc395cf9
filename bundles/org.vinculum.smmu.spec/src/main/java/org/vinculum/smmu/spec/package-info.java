/// The SMMUv3 architecture as data: registers, tables, commands, events and descriptors, and no behaviour.
///
/// This package holds what the others are made of: [Bits], the only shifts and masks of the project, [Words], a structure
/// fetched once, and [Layout], all fields of a class. A constant has the architecture's name in upper case, with an
/// underscore between the words of a name written in lower case: `S2TTB`, `S1_CONTEXT_PTR` for `S1ContextPtr`.
///
/// @spec https://developer.arm.com/documentation/ihi0070 Arm IHI 0070, SMMUv3 architecture
@Export
@Version("1.0.0")
package org.vinculum.smmu.spec;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
