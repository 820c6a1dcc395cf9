package org.vinculum.checks;

import java.util.ArrayList;
import java.util.List;
import org.osgi.annotation.bundle.Capability;
import org.osgi.service.component.annotations.Component;
import org.vinculum.firmware.Finding;
import org.vinculum.firmware.FirmwareCheck;
import org.vinculum.firmware.Platform;

/// Every check that a platform can be asked whatever firmware described it.
@Component(name = "org.vinculum.checks")
@Capability(namespace = "vinculum.contract", name = "firmware.check", version = "1.0")
public final class PlatformChecks implements FirmwareCheck {
    private final List<FirmwareCheck> checks =
            List.of(
                    new FrameCheck(),
                    new DisabledCheck(),
                    new MapCheck(),
                    new CoverageCheck(),
                    new SegmentCheck(),
                    new StreamCheck(),
                    new StreamMaskCheck(),
                    new BusStreamCheck());

    @Override
    public List<Finding> check(Platform platform) {
        List<Finding> findings = new ArrayList<>();
        for (FirmwareCheck check : checks) {
            findings.addAll(check.check(platform));
        }
        return findings;
    }
}
