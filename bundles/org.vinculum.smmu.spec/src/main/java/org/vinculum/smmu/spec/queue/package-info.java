/// The circular queues between software and the SMMU as data: where entries lie and how indexes count (IHI 0070, 3.5).
@Export
@Version("1.0.0")
package org.vinculum.smmu.spec.queue;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
