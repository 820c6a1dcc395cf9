package org.vinculum.checks;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.vinculum.firmware.Bus;
import org.vinculum.firmware.Finding;
import org.vinculum.firmware.FirmwareCheck;
import org.vinculum.firmware.IdMap;
import org.vinculum.firmware.Iommu;
import org.vinculum.firmware.Master;
import org.vinculum.firmware.Platform;

/// Devices behind a disabled IOMMU work, but nothing stands between their DMA and memory.
final class DisabledCheck implements FirmwareCheck {
    @Override
    public List<Finding> check(Platform platform) {
        Map<String, Integer> users = users(platform);
        List<Finding> findings = new ArrayList<>();
        for (Iommu iommu : platform.iommus()) {
            int count = users.getOrDefault(iommu.path(), 0);
            if (!iommu.enabled() && count > 0) {
                findings.add(
                        Finding.note(
                                "iommu-disabled",
                                iommu.path(),
                                "the IOMMU is disabled and "
                                        + (count == 1
                                                ? "1 device or bus"
                                                : count + " devices and buses")
                                        + " in use refer to it: their DMA is not translated and"
                                        + " they cannot be given to a guest"));
            }
        }
        return findings;
    }

    private static Map<String, Integer> users(Platform platform) {
        Map<String, Integer> users = new HashMap<>();
        for (Master master : platform.masters()) {
            if (master.enabled()) {
                count(users, targets(master));
            }
        }
        for (Bus bus : platform.buses()) {
            if (bus.enabled()) {
                count(users, targets(bus));
            }
        }
        return users;
    }

    private static Set<String> targets(Master master) {
        Set<String> targets = new HashSet<>();
        master.streams().forEach(use -> targets.add(use.stream().iommu()));
        master.foreign().forEach(use -> targets.add(use.iommu()));
        return targets;
    }

    private static Set<String> targets(Bus bus) {
        Set<String> targets = new HashSet<>();
        for (IdMap.Entry entry : bus.iommuMap().entries()) {
            targets.add(entry.target());
        }
        return targets;
    }

    private static void count(Map<String, Integer> users, Set<String> targets) {
        targets.forEach(target -> users.merge(target, 1, Integer::sum));
    }
}
