/// Live swap: one implementation takes over the state of another while software and devices go on as if nothing happened.
///
/// Whoever has the place sees to it that nothing else happens in it meanwhile; what is here saves, makes, restores, watches
/// the clock, and falls back. Plain objects, made of contracts alone.
@Export
@Version("1.0.0")
package org.vinculum.swap;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
