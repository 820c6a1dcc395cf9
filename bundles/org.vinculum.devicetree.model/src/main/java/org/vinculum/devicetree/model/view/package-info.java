/// What the bytes of a tree mean: cell counts, registers, bus windows, references and identifier maps.
///
/// A view reads a [org.vinculum.devicetree.model.Node] or a property and never changes it. Trees are untrusted, so a view
/// hands over what it could read together with the fault that ended it; none throws because of what a tree holds.
///
/// @spec https://www.devicetree.org/specifications/ Devicetree Specification 0.4
@Export
@Version("1.0.0")
package org.vinculum.devicetree.model.view;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
