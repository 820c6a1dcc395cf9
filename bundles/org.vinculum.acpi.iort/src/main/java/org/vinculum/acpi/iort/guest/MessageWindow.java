package org.vinculum.acpi.iort.guest;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.vinculum.acpi.model.IdMapping;
import org.vinculum.acpi.model.IortNode;
import org.vinculum.acpi.model.NodeHead;
import org.vinculum.acpi.model.Rmr;
import org.vinculum.acpi.model.TableArray;
import org.vinculum.binding.GuestFirmwareWriter.Guest;
import org.vinculum.memory.AddressRange;
import org.vinculum.memory.StreamId;

/// The window that every stream keeps mapped to itself, because the hypervisor's stage 2 leads from there to the doorbells
/// (DEN0049E.d, 3.1.1.8). As many nodes as the streams need, each with the whole window.
record MessageWindow(Guest guest, Keys keys, AddressRange window) {
    // the first that Linux reads
    private static final int REVISION = 3;

    // Device-nGnRE, as for any register; no remapping, not privileged
    private static final int FLAGS = 1 << 2;

    // A node holds 3,273 mappings.
    private static final int MOST_STREAMS = 3000;

    /// @param heads gives each node its head by its revision
    void addTo(List<IortNode> nodes, IntFunction<NodeHead> heads) {
        List<IdMapping> mappings = new ArrayList<>();
        for (int i = 0; i < guest.smmus().size(); i++) {
            for (StreamId stream : guest.smmus().get(i).streams()) {
                mappings.add(Mappings.range(mappings.size(), 1, stream.unsigned(), keys.smmu(i)));
            }
        }
        for (int from = 0; from < mappings.size(); from += MOST_STREAMS) {
            int to = Math.min(mappings.size(), from + MOST_STREAMS);
            nodes.add(node(heads.apply(REVISION), mappings.subList(from, to)));
        }
    }

    private IortNode node(NodeHead head, List<IdMapping> mappings) {
        var range = new Rmr.Range(window.start().value(), window.size(), 0);
        return new Rmr(head, FLAGS, TableArray.of(List.of(range)), TableArray.of(mappings));
    }
}
