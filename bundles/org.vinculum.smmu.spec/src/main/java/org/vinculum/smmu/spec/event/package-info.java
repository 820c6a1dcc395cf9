/// What the SMMU tells software through its two queues (IHI 0070, 7.3 and 8): [Event], a sealed interface of records, and
/// [PageRequest].
///
/// NUMBER of a record is its type; its other constants are its fields within the 256-bit record, together with those of the
/// records among its components.
@Export
@Version("1.0.0")
package org.vinculum.smmu.spec.event;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
