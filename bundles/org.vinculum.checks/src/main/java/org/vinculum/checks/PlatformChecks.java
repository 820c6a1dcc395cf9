package org.vinculum.checks;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.osgi.annotation.bundle.Capability;
import org.osgi.service.component.annotations.Component;
import org.vinculum.firmware.Finding;
import org.vinculum.firmware.FirmwareCheck;
import org.vinculum.firmware.Platform;

/// Every check that a platform can be asked whatever firmware described it.
@Component(name = "org.vinculum.checks")
@Capability(namespace = "vinculum.contract", name = "firmware.check", version = "1.0")
public final class PlatformChecks implements FirmwareCheck {
    static final int MOST_OF_ONE_CODE = 500;

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
            addSome(check.check(platform), findings);
        }
        return findings;
    }

    // as many of each code as a person may read, and how many were left out
    private static void addSome(List<Finding> found, List<Finding> findings) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        Map<String, Finding> last = new LinkedHashMap<>();
        for (Finding finding : found) {
            if (counts.merge(finding.code(), 1, Integer::sum) <= MOST_OF_ONE_CODE) {
                findings.add(finding);
            } else {
                last.put(finding.code(), finding);
            }
        }
        for (Finding one : last.values()) {
            int more = counts.get(one.code()) - MOST_OF_ONE_CODE;
            String message = "and " + more + " more like these";
            findings.add(new Finding(one.code(), one.severity(), "/", message));
        }
    }
}
