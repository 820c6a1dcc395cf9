package org.vinculum.commands.inspect;

import java.util.ArrayList;
import java.util.List;
import org.vinculum.firmware.PhysicalStream;

/// Streams of one IOMMU with neighbouring IDs, as one.
///
/// @param first lowest ID, 32 bits unsigned
/// @param length how many
record StreamRun(String iommu, long first, long length) {
    /// @param streams in the firmware's order, which is kept
    static List<StreamRun> of(List<PhysicalStream> streams) {
        List<StreamRun> runs = new ArrayList<>();
        int at = 0;
        while (at < streams.size()) {
            int end = at + 1;
            while (end < streams.size() && follows(streams.get(end - 1), streams.get(end))) {
                end++;
            }
            PhysicalStream first = streams.get(at);
            runs.add(new StreamRun(first.iommu(), first.id().unsigned(), end - at));
            at = end;
        }
        return runs;
    }

    private static boolean follows(PhysicalStream one, PhysicalStream next) {
        return next.id().unsigned() == one.id().unsigned() + 1 && next.iommu().equals(one.iommu());
    }
}
