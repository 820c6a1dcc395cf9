package org.vinculum.toolstack.bind;

import java.util.List;
import org.vinculum.devicetree.model.Property;
import org.vinculum.firmware.Master.StreamUse;
import org.vinculum.toolstack.partial.Device;
import org.vinculum.toolstack.partial.PartialTree;
import org.vinculum.toolstack.verdict.Verdict;

/// Takes the IDs that `iommus = <0xfdea ID …>` of the partial tree fixes, paired with the host's entries in order.
///
/// A list with the host's own IDs and another phandle was copied from the host's tree; it is rewritten, with a note.
record PartialIds(PartialTree partial, ViommuLayout layout, UserIds ids, Verdict verdict) {
    void apply(Device device) {
        if (partial.given() && !device.streams().isEmpty()) {
            device.node()
                    .ifPresent(node ->
                            node.property("iommus")
                                    .ifPresent(
                                            iommus -> apply(device, iommus, partial.place(node))));
        }
    }

    private void apply(Device device, Property iommus, String place) {
        if (iommus.length() == 0 || iommus.length() % 8 != 0) {
            verdict.refuse(
                    "partial-iommus-malformed",
                    place,
                    "'iommus' is a list of the virtual SMMU's phandle and one ID, and has "
                            + iommus.length()
                            + " bytes");
        } else if (virtualEntries(iommus) == 0) {
            noteCopy(device, iommus, place);
        } else if (iommus.cellCount() != 2 * device.streams().size()) {
            verdict.refuse(
                    "partial-iommus-count",
                    place,
                    "'iommus' has "
                            + iommus.cellCount() / 2
                            + " entries and '"
                            + device.path()
                            + "' has "
                            + device.streams().size()
                            + " on the host; they are paired in order, so give all or none");
        } else {
            fixAll(device, iommus, place);
        }
    }

    private void fixAll(Device device, Property iommus, String place) {
        List<StreamUse> streams = device.streams();
        for (int i = 0; i < streams.size(); i++) {
            int wanted = layout.phandle(layout.indexOf(streams.get(i).stream().iommu()));
            if (iommus.cell(2 * i) != wanted) {
                verdict.refuse(
                        "partial-iommus-target",
                        place,
                        "entry "
                                + i
                                + " of 'iommus' has to name the virtual SMMU in front of "
                                + streams.get(i).stream().iommu()
                                + ", which has phandle "
                                + wanted
                                + " (0x"
                                + Integer.toHexString(wanted)
                                + ")");
                return;
            }
            ids.fix(streams.get(i).stream(), Integer.toUnsignedLong(iommus.cell(2 * i + 1)), place);
        }
    }

    private int virtualEntries(Property iommus) {
        int count = 0;
        for (int i = 0; i < iommus.cellCount(); i += 2) {
            if (iommus.cell(i) >= layout.phandle(0)
                    && iommus.cell(i) < layout.phandle(layout.nodes().size())) {
                count++;
            }
        }
        return count;
    }

    private void noteCopy(Device device, Property iommus, String place) {
        List<StreamUse> streams = device.streams();
        boolean same = iommus.cellCount() == 2 * streams.size();
        for (int i = 0; same && i < streams.size(); i++) {
            same = iommus.cell(2 * i + 1) == streams.get(i).stream().id().value();
        }
        if (same) {
            verdict.note(
                    "partial-iommus-rewritten",
                    place,
                    "'iommus' was copied from the host; it names the virtual SMMU now");
        } else {
            verdict.refuse(
                    "partial-iommus-foreign",
                    place,
                    "'iommus' names neither the virtual SMMU (phandle 0xfdea) nor what '"
                            + device.path()
                            + "' has on the host; leave it out to have it filled in");
        }
    }
}
