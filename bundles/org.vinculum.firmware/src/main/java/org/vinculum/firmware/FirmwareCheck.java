package org.vinculum.firmware;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/// Looks for one family of faults in a platform. A service; every one installed is asked by `check`.
@ConsumerType
public interface FirmwareCheck {
    /// Findings in the platform's order; empty when there is nothing to say.
    List<Finding> check(Platform platform);
}
