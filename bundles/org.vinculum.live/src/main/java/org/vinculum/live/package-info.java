/// A guest that runs for real in an emulator beside us: a [LiveGuest] starts it, a [GuestSmmuType] says what its SMMU is.
@Export
@Version("1.0.0")
package org.vinculum.live;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
