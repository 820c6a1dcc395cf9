/// What the values of fields mean where the architecture names them: enums, one idea each.
///
/// `of` takes the value of a field and is total; what the architecture reserves and gives a meaning becomes that meaning,
/// what it reserves and makes ILLEGAL becomes `RESERVED` or is empty. `encoding` gives the value.
@Export
@Version("1.0.0")
package org.vinculum.smmu.spec.encoding;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
