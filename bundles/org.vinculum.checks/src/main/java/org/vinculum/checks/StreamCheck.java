package org.vinculum.checks;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.vinculum.firmware.Finding;
import org.vinculum.firmware.FirmwareCheck;
import org.vinculum.firmware.Master;
import org.vinculum.firmware.PhysicalStream;
import org.vinculum.firmware.Platform;

/// Streams that several devices use, or one device twice, limit who can be given to whom.
final class StreamCheck implements FirmwareCheck {
    private static final int MOST_NAMED = 4;

    @Override
    public List<Finding> check(Platform platform) {
        List<Finding> findings = new ArrayList<>();
        platform.sharedStreams().forEach((stream, paths) -> findings.add(shared(stream, paths)));
        platform.masters().forEach(master -> checkRepeats(master, findings));
        return findings;
    }

    private static Finding shared(PhysicalStream stream, List<String> paths) {
        return Finding.note(
                "stream-shared",
                stream.iommu(),
                names(paths)
                        + " share the stream "
                        + stream.id()
                        + ": they cannot be told apart and go to one domain together");
    }

    private static String names(List<String> paths) {
        StringBuilder names = new StringBuilder();
        int named = Math.min(MOST_NAMED, paths.size());
        for (int i = 0; i < named; i++) {
            boolean last = i == paths.size() - 1;
            names.append(i == 0 ? "" : last ? " and " : ", ").append(paths.get(i));
        }
        int more = paths.size() - named;
        return more == 0 ? names.toString() : names + " and " + more + " more";
    }

    private static void checkRepeats(Master master, List<Finding> findings) {
        Set<Master.StreamUse> seen = new HashSet<>();
        for (Master.StreamUse use : master.streams()) {
            if (!seen.add(use)) {
                findings.add(
                        Finding.note(
                                "stream-repeated",
                                master.path(),
                                "the stream "
                                        + use.stream().id()
                                        + " of "
                                        + use.stream().iommu()
                                        + " is named twice: older SMMUv3 drivers refuse the"
                                        + " device"));
                return;
            }
        }
    }
}
