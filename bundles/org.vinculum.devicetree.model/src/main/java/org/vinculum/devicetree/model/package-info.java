/// Device trees as data: nodes, properties, typed readings of the standard properties, and the codec contracts.
///
/// Trees are mutable and belong to one thread at a time; every reader hands out a fresh one.
///
/// @spec https://www.devicetree.org/specifications DTSpec 0.4
@Export
@Version("1.0.0")
package org.vinculum.devicetree.model;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
