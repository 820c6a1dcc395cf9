/// What the SMMU reads from tables in memory to find out what to do with a stream (IHI 0070, 5): views over words that were
/// fetched once.
@Export
@Version("1.0.0")
package org.vinculum.smmu.spec.table;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
