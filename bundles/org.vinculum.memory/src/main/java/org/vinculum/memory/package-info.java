/// Addresses and identifiers as value types, so that a stream ID is never taken for an address.
@Export
@Version("1.0.0")
package org.vinculum.memory;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
