/// What a bundle that extends Vinculum has to do, as tests: a vendor's own test class extends the contract of each service that
/// the bundle brings and makes one in it. Our own bundles are tested the same way.
///
/// Random tests print the seed of the case that failed. The tests need JUnit and the contracts, and no engine of ours.
@Export
@Version("1.0.0")
package org.vinculum.tck;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
