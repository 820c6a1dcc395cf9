package org.vinculum.toolstack.bind;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.vinculum.binding.Assignment.Claim;
import org.vinculum.binding.Assignment.FixedId;
import org.vinculum.binding.Binding;
import org.vinculum.binding.BoundStream;
import org.vinculum.binding.GuestBinder;
import org.vinculum.firmware.PhysicalStream;

/// The printed table: one line for each device's use of a stream, in configuration order.
///
/// @param fixed where a stream's ID was fixed
record Rows(Binding binding, Map<PhysicalStream, FixedId> fixed) {
    List<GuestBinder.Row> of(List<Claim> claims) {
        List<GuestBinder.Row> rows = new ArrayList<>(claims.size());
        Set<Claim> shown = new HashSet<>();
        for (Claim claim : claims) {
            if (shown.add(claim)) {
                rows.add(row(claim));
            }
        }
        return rows;
    }

    private GuestBinder.Row row(Claim claim) {
        BoundStream stream = binding.ofPhysical(claim.physical()).orElseThrow();
        return new GuestBinder.Row(
                claim.guestNode(),
                claim.device(),
                claim.physical().iommu(),
                claim.physical().id().toString(),
                stream.vsid().toString(),
                why(claim, stream));
    }

    private String why(Claim claim, BoundStream stream) {
        String why =
                switch (stream.origin()) {
                    case USER -> "fixed by user (" + fixed.get(claim.physical()).place() + ")";
                    case PREVIOUS -> "kept from previous";
                    case ALLOCATED -> "allocated";
                    case PCI -> "PCI";
                };
        boolean first = stream.devices().getFirst().equals(claim.device());
        return first ? why : why + ", shared with " + stream.devices().getFirst();
    }
}
