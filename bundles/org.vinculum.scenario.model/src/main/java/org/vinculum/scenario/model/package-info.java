/// Scenarios: who plays them, against which models, and what comes of it; and who writes them.
///
/// A scenario file says what software and devices do to an IOMMU and what must come back. Front ends find a
/// [ScenarioPlayer] and the factories of models; neither a player nor a model knows of the other. A [ScenarioRecorder] writes
/// such a file while a machine runs.
@Export
@Version("1.0.0")
package org.vinculum.scenario.model;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
