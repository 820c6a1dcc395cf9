package org.vinculum.qemu.meter;

import java.util.List;
import org.vinculum.iommu.Outcome;
import org.vinculum.live.Count;

/// Counts what became of the transactions of all devices.
final class TransferMeter {
    private long translated;
    private long remembered;
    private long refused;
    private long ignored;
    private long held;
    private long bytesRead;
    private long bytesWritten;

    void answered(long address, Outcome outcome) {
        if (address >= 0) {
            translated++;
            remembered += outcome.remembered() ? 1 : 0;
        } else if (address == Outcome.IGNORED) {
            ignored++;
        } else if (address == Outcome.STALLED) {
            held++;
        } else {
            refused++;
        }
    }

    void read(long bytes) {
        bytesRead += bytes;
    }

    void written(long bytes) {
        bytesWritten += bytes;
    }

    void report(List<Count> counts) {
        counts.add(new Count("translations", translated));
        counts.add(new Count("translations remembered", remembered));
        counts.add(new Count("transactions refused", refused));
        reportIfAny(counts, "transactions ignored", ignored);
        reportIfAny(counts, "transactions stalled", held);
        counts.add(new Count("bytes read by devices", bytesRead));
        counts.add(new Count("bytes written by devices", bytesWritten));
    }

    private static void reportIfAny(List<Count> counts, String what, long value) {
        if (value > 0) {
            counts.add(new Count(what, value));
        }
    }
}
