package org.vinculum.checks;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.vinculum.firmware.Bus;
import org.vinculum.firmware.Finding;
import org.vinculum.firmware.FirmwareCheck;
import org.vinculum.firmware.IdMap;
import org.vinculum.firmware.Master;
import org.vinculum.firmware.Platform;

/// Requesters of a bus that come out as the stream of somebody else, or of each other, cannot be told apart either.
final class BusStreamCheck implements FirmwareCheck {
    private static final int RIDS = 0xffff;

    /// Streams of one IOMMU that a device or an entry of a map uses, both ends included.
    private record Span(String iommu, long first, long last, String user, boolean bus) {}

    @Override
    public List<Finding> check(Platform platform) {
        List<Finding> findings = new ArrayList<>();
        List<Span> spans = new ArrayList<>();
        boolean mapped = false;
        for (Bus bus : platform.buses()) {
            if (bus.enabled()) {
                mapped |= addSpans(bus, spans);
                checkMask(bus, findings);
            }
        }
        if (mapped) {
            platform.masters().forEach(master -> addSpans(master, spans));
            findMeetings(spans, new FindingCap(findings));
        }
        return findings;
    }

    private static boolean addSpans(Bus bus, List<Span> spans) {
        int before = spans.size();
        for (IdMap.Entry entry : bus.iommuMap().entries()) {
            if (entry.length() > 0) {
                long last = entry.outputBase() + entry.outputLength() - 1;
                spans.add(new Span(entry.target(), entry.outputBase(), last, bus.path(), true));
            }
        }
        return spans.size() > before;
    }

    private static void addSpans(Master master, List<Span> spans) {
        for (Master.StreamUse use : master.streams()) {
            long id = use.stream().id().unsigned();
            spans.add(new Span(use.stream().iommu(), id, id, master.path(), false));
        }
    }

    private static void checkMask(Bus bus, List<Finding> findings) {
        int dropped = ~bus.iommuMap().mask() & RIDS;
        if (bus.pci().isPresent() && !bus.iommuMap().entries().isEmpty() && dropped != 0) {
            findings.add(
                    Finding.note(
                            "map-mask-shares",
                            Place.mask(bus),
                            "the mask drops the bits "
                                    + Hex.of(dropped)
                                    + " of requester IDs: requesters that differ only there share a"
                                    + " stream and go to one domain together"));
        }
    }

    // two masters that share are found elsewhere
    private static void findMeetings(List<Span> spans, FindingCap findings) {
        spans.sort(Comparator.comparing(Span::iommu).thenComparingLong(Span::first));
        Span farthest = null;
        for (Span span : spans) {
            boolean same = farthest != null && farthest.iommu().equals(span.iommu());
            if (same && span.first() <= farthest.last() && (span.bus() || farthest.bus())) {
                findings.add(meeting(farthest, span));
            }
            if (!same || span.last() > farthest.last()) {
                farthest = span;
            }
        }
    }

    private static Finding meeting(Span a, Span b) {
        String streams = Hex.range(b.first(), Math.min(a.last(), b.last()));
        boolean one = b.first() == Math.min(a.last(), b.last());
        String who =
                a.user().equals(b.user())
                        ? "several requesters of " + a.user()
                        : a.user() + " and " + b.user();
        return Finding.note(
                "stream-shared",
                a.iommu(),
                who
                        + " share the "
                        + (one ? "stream " : "streams ")
                        + streams
                        + ": they cannot be told apart and go to one domain together");
    }
}
