package org.vinculum.checks;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.vinculum.firmware.Finding;
import org.vinculum.firmware.FirmwareCheck;
import org.vinculum.firmware.Iommu;
import org.vinculum.firmware.Platform;
import org.vinculum.memory.AddressRange;

/// No two units answer at the same address: a base address is also how a configuration names an IOMMU.
final class FrameCheck implements FirmwareCheck {
    private record Frame(Iommu iommu, AddressRange range) {}

    @Override
    public List<Finding> check(Platform platform) {
        List<Finding> findings = new ArrayList<>();
        Frame farthest = null;
        for (Frame frame : byStart(platform)) {
            if (farthest != null) {
                compare(farthest, frame, findings);
            }
            if (farthest == null || last(frame) > last(farthest)) {
                farthest = frame;
            }
        }
        return findings;
    }

    private static List<Frame> byStart(Platform platform) {
        List<Frame> frames = new ArrayList<>();
        for (Iommu iommu : platform.iommus()) {
            if (iommu.enabled()) {
                iommu.registers().ifPresent(range -> frames.add(new Frame(iommu, range)));
            }
        }
        frames.sort(Comparator.comparing(frame -> frame.range().start()));
        return frames;
    }

    private static void compare(Frame earlier, Frame later, List<Finding> findings) {
        if (later.range().start().equals(earlier.range().start())) {
            findings.add(
                    Finding.error(
                            "iommu-duplicate-base",
                            later.iommu().path(),
                            earlier.iommu().path()
                                    + " has the base address "
                                    + later.range().start()
                                    + " too: drivers of the two work against each other, and the"
                                    + " address names neither"));
        } else if (earlier.range().overlaps(later.range())) {
            findings.add(
                    Finding.error(
                            "iommu-overlap",
                            later.iommu().path(),
                            "its registers at "
                                    + later.range()
                                    + " lie inside those of "
                                    + earlier.iommu().path()
                                    + " at "
                                    + earlier.range()
                                    + ": the second driver to start is refused the addresses"));
        }
    }

    // flipped sign, so that unsigned addresses compare as signed numbers
    private static long last(Frame frame) {
        long size = Math.max(1, frame.range().size());
        return frame.range().start().value() + size - 1 ^ Long.MIN_VALUE;
    }
}
