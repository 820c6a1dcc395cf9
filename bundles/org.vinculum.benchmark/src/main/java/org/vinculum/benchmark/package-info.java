/// What can be measured on the machine at hand: a [Benchmark] is a service, its [Report] is data.
@Export
@Version("1.0.0")
package org.vinculum.benchmark;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
