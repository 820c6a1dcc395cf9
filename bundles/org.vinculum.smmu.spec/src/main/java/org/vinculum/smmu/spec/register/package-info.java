/// The registers of the non-secure programming interface (IHI 0070, 6): a record for each, or for each tight family, with
/// its offset and fields, and [Registers], the map of them all.
///
/// Offsets of page 1 are counted from the base of the SMMU, those of the VATOS page and of command queue control pages from
/// the base of the page. A field that is not named is RES0. SMMU_S_*, Realm and Root registers are not here: a non-secure
/// observer reads zero in their place.
@Export
@Version("1.0.0")
package org.vinculum.smmu.spec.register;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
