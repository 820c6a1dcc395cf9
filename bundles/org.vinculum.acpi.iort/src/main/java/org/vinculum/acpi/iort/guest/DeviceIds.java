package org.vinculum.acpi.iort.guest;

import java.util.ArrayList;
import java.util.List;
import org.vinculum.acpi.model.IdMapping;
import org.vinculum.binding.GuestFirmwareWriter.Smmu;
import org.vinculum.memory.StreamId;

/// What the ITS makes of the streams of one virtual SMMU: one mapping for each run of vSIDs in use.
final class DeviceIds {
    // A node holds 3,273 mappings; a guest with more runs gets one mapping from its first to its
    // last
    // stream. What lies between is issued by nobody.
    private static final int MOST_RUNS = 3000;

    private DeviceIds() {}

    /// @param its key of the ITS group
    static List<IdMapping> of(Smmu smmu, long its) {
        List<IdMapping> runs = new ArrayList<>();
        long first = -1;
        long last = -1;
        for (StreamId stream : smmu.streams()) {
            if (first >= 0 && stream.unsigned() != last + 1) {
                runs.add(run(first, last, smmu, its));
                first = -1;
            }
            last = stream.unsigned();
            first = first < 0 ? last : first;
        }
        if (first >= 0) {
            runs.add(run(first, last, smmu, its));
        }
        return runs.size() <= MOST_RUNS
                ? runs
                : List.of(run(runs.getFirst().inputBase(), last, smmu, its));
    }

    private static IdMapping run(long first, long last, Smmu smmu, long its) {
        return Mappings.range(first, last - first + 1, smmu.deviceIdBase() + first, its);
    }
}
