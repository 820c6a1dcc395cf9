/// Which of several services wins, said once for everybody who has to choose.
@Export
@Version("1.0.0")
package org.vinculum.preference;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
