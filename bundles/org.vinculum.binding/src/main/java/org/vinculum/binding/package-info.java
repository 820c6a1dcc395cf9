/// Which virtual stream of a guest stands for which stream of the machine, who decides it, and the tools that write it
/// into a guest's description.
@Export
@Version("1.1.0")
package org.vinculum.binding;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
