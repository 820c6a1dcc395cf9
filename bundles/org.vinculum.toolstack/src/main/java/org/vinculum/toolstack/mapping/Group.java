package org.vinculum.toolstack.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.vinculum.binding.Assignment.Claim;
import org.vinculum.binding.BoundStream;
import org.vinculum.binding.Origin;
import org.vinculum.firmware.PhysicalStream;
import org.vinculum.memory.StreamId;

/// All claims of one physical stream: they cannot be told apart, so they get one ID.
final class Group {
    final PhysicalStream physical;
    final int viommu;
    final List<String> devices = new ArrayList<>(1);
    final List<String> guestNodes = new ArrayList<>(1);
    OptionalInt vrid = OptionalInt.empty();
    StreamId vsid;
    private Origin origin;
    private final boolean firstIsPci;

    Group(PhysicalStream physical, Claim first) {
        this.physical = physical;
        this.viommu = first.viommu();
        this.firstIsPci = first.vrid().isPresent();
    }

    void add(Claim claim) {
        if (claim.viommu() != viommu) {
            throw new IllegalArgumentException(
                    "stream " + physical + " is claimed behind two virtual SMMUs");
        }
        addOnce(devices, claim.device());
        addOnce(guestNodes, claim.guestNode());
        if (vrid.isEmpty()) {
            vrid = claim.vrid();
        }
    }

    boolean firstIsPci() {
        return firstIsPci;
    }

    void bind(StreamId id, Origin why) {
        vsid = id;
        origin = why;
    }

    BoundStream toStream() {
        return new BoundStream(
                viommu,
                vsid,
                physical,
                List.copyOf(devices),
                List.copyOf(guestNodes),
                vrid,
                origin);
    }

    // A stream is shared by a handful of devices; thousands would make a search here matter.
    private static void addOnce(List<String> list, String value) {
        if (list.isEmpty() || !list.getLast().equals(value) && !list.contains(value)) {
            list.add(value);
        }
    }
}
