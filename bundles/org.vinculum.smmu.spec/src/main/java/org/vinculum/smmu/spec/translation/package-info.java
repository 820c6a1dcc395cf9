/// The 64-bit descriptors of VMSAv8-64 translation tables (DDI 0487, D8.3), with the names of the Arm architecture: what they
/// say of an access by stage, where they lead by granule.
@Export
@Version("1.0.0")
package org.vinculum.smmu.spec.translation;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
