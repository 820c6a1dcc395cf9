package org.vinculum.commands.inspect;

import java.util.List;
import org.vinculum.firmware.Master.StreamUse;

/// Writes the stream IDs of one master behind one IOMMU, neighbours collapsed: `0x10-0x1f, 0x30`.
final class IdRuns {
    private IdRuns() {}

    /// @param uses in the firmware's order, which is kept
    static String of(List<StreamUse> uses) {
        StringBuilder text = new StringBuilder();
        int at = 0;
        while (at < uses.size()) {
            int last = lastOfRun(uses, at);
            text.append(text.isEmpty() ? "" : ", ");
            append(text, uses.get(at), uses.get(last));
            at = last + 1;
        }
        return text.toString();
    }

    private static int lastOfRun(List<StreamUse> uses, int first) {
        int last = first;
        while (last + 1 < uses.size() && follows(uses.get(last), uses.get(last + 1))) {
            last++;
        }
        return last;
    }

    private static boolean follows(StreamUse one, StreamUse next) {
        return one.mask() == 0
                && next.mask() == 0
                && next.stream().id().unsigned() == one.stream().id().unsigned() + 1;
    }

    private static void append(StringBuilder text, StreamUse first, StreamUse last) {
        text.append(first.stream().id());
        if (first != last) {
            text.append('-').append(last.stream().id());
        }
        if (first.mask() != 0) {
            text.append(" mask 0x").append(Integer.toHexString(first.mask()));
        }
    }
}
