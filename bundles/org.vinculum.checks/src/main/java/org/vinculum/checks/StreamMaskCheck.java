package org.vinculum.checks;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vinculum.firmware.Finding;
import org.vinculum.firmware.FirmwareCheck;
import org.vinculum.firmware.Iommu;
import org.vinculum.firmware.Master;
import org.vinculum.firmware.Platform;

/// An SMMUv2 matches IDs and masks of 16 bits (IHI 0062, 10.1), and two devices may meet in what their masks leave open.
final class StreamMaskCheck implements FirmwareCheck {
    private static final long LAST_ID = 0xffff;

    /// The most uses of one SMMU that are compared with each other; shipping machines have some two hundred.
    private static final int MOST_COMPARED = 1024;

    private record Use(String master, Master.StreamUse stream) {
        boolean meets(Use other) {
            int open = stream.mask() | other.stream.mask();
            int difference = stream.stream().id().value() ^ other.stream.stream().id().value();
            return (difference & ~open) == 0;
        }
    }

    @Override
    public List<Finding> check(Platform platform) {
        List<Finding> findings = new ArrayList<>();
        Map<String, List<Use>> uses = uses(platform);
        for (Iommu iommu : platform.iommus()) {
            if (iommu instanceof Iommu.SmmuV2) {
                List<Use> own = uses.getOrDefault(iommu.path(), List.of());
                checkWidth(own, findings);
                checkMeetings(iommu, own, findings);
            }
        }
        return findings;
    }

    private static Map<String, List<Use>> uses(Platform platform) {
        Map<String, List<Use>> uses = new LinkedHashMap<>();
        for (Master master : platform.masters()) {
            for (Master.StreamUse use : master.streams()) {
                uses.computeIfAbsent(use.stream().iommu(), _ -> new ArrayList<>())
                        .add(new Use(master.path(), use));
            }
        }
        return uses;
    }

    private static void checkWidth(List<Use> uses, List<Finding> findings) {
        FindingCap capped = new FindingCap(findings);
        for (Use use : uses) {
            if (use.stream().stream().id().unsigned() > LAST_ID) {
                capped.add(
                        Finding.error(
                                "stream-too-wide",
                                use.master(),
                                "the stream ID "
                                        + use.stream().stream().id()
                                        + " has more than the 16 bits of an SMMUv2: Linux cuts it"
                                        + " off and translates another stream"));
            }
        }
    }

    private static void checkMeetings(Iommu iommu, List<Use> uses, List<Finding> findings) {
        FindingCap capped = new FindingCap(findings);
        int count = Math.min(MOST_COMPARED, uses.size());
        for (int i = 0; i < count; i++) {
            for (int j = i + 1; j < count; j++) {
                Use a = uses.get(i);
                Use b = uses.get(j);
                boolean masked = (a.stream().mask() | b.stream().mask()) != 0;
                if (masked && !a.master().equals(b.master()) && differ(a, b) && a.meets(b)) {
                    capped.add(meeting(iommu, a, b));
                }
            }
        }
    }

    // equal IDs are shared streams, reported as such
    private static boolean differ(Use a, Use b) {
        return !a.stream().stream().equals(b.stream().stream());
    }

    private static Finding meeting(Iommu iommu, Use a, Use b) {
        return Finding.note(
                "stream-overlap",
                iommu.path(),
                a.master()
                        + " with "
                        + a.stream().stream().id()
                        + " and mask "
                        + Hex.of(Integer.toUnsignedLong(a.stream().mask()))
                        + " and "
                        + b.master()
                        + " with "
                        + b.stream().stream().id()
                        + " and mask "
                        + Hex.of(Integer.toUnsignedLong(b.stream().mask()))
                        + " have streams in common: they go to one domain together");
    }
}
