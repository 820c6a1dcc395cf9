/// Addresses and identifiers as value types, so that a stream ID is never taken for an address; and physical memory.
@Export
@Version("1.1.0")
package org.vinculum.memory;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
