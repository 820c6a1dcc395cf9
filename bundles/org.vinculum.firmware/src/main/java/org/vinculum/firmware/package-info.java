/// What firmware tells about DMA: the IOMMUs of a platform, the devices behind them and their stream IDs.
///
/// A [FirmwareReader] turns one format (device tree, IORT, a vendor's own) into a [Platform], which knows nothing of
/// that format any more. A [FirmwareCheck] looks at a platform and reports [Finding]s.
@Export
@Version("2.0.0")
package org.vinculum.firmware;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
