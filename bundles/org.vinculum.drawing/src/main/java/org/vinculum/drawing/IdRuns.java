package org.vinculum.drawing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.vinculum.firmware.Master.StreamUse;

/// Stream IDs as people write them on a board: neighbours become a run, `0x10–0x1f`.
final class IdRuns {
    private final List<Run> runs = new ArrayList<>();
    private final List<String> patterns = new ArrayList<>();

    private record Run(long first, long last) {}

    /// Adds `length` IDs from `first` on; none when `length` is 0.
    void add(long first, long length) {
        if (length > 0) {
            runs.add(new Run(first, first + length - 1));
        }
    }

    /// Adds the IDs that a stream use matches; a mask of low bits is a run (IHI 0062, 10.1), any other is written out.
    void add(StreamUse use) {
        long id = use.stream().id().unsigned();
        long mask = Integer.toUnsignedLong(use.mask());
        if ((mask & (mask + 1)) == 0) {
            add(id & ~mask, mask + 1);
        } else {
            patterns.add(hex(id) + " mask " + hex(mask));
        }
    }

    /// The runs in rising order, then the patterns that are none.
    List<String> texts() {
        List<String> texts = new ArrayList<>();
        for (Run run : merged()) {
            texts.add(text(run.first, run.last));
        }
        texts.addAll(patterns);
        return texts;
    }

    static String text(long first, long last) {
        return first == last ? hex(first) : hex(first) + "–" + hex(last);
    }

    static String hex(long value) {
        return "0x" + Long.toHexString(value);
    }

    private List<Run> merged() {
        runs.sort(Comparator.comparingLong(Run::first));
        List<Run> merged = new ArrayList<>();
        for (Run run : runs) {
            Run before = merged.isEmpty() ? null : merged.getLast();
            if (before != null && run.first <= before.last + 1) {
                merged.set(
                        merged.size() - 1, new Run(before.first, Math.max(before.last, run.last)));
            } else {
                merged.add(run);
            }
        }
        return merged;
    }
}
