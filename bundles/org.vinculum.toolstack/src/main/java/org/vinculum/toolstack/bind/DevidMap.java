package org.vinculum.toolstack.bind;

import java.util.List;
import java.util.Optional;
import org.vinculum.firmware.Iommu;
import org.vinculum.firmware.PhysicalStream;
import org.vinculum.toolstack.config.DevidEntry;
import org.vinculum.toolstack.host.Host;
import org.vinculum.toolstack.verdict.Sentences;
import org.vinculum.toolstack.verdict.Verdict;

/// Applies `iommu_devid_map`: what the user says about single streams.
record DevidMap(Host host, UserIds ids, Verdict verdict) {
    void apply(List<DevidEntry> entries) {
        entries.forEach(this::apply);
    }

    private void apply(DevidEntry entry) {
        Optional<Iommu> iommu = host.iommuAt(entry.base());
        if (iommu.isEmpty()) {
            refuseUnknownBase(entry);
            return;
        }
        String path = iommu.get().path();
        if (entry.psid() > UserIds.HIGHEST
                || !ids.isClaimed(PhysicalStream.of(path, entry.psid()))) {
            refuseUnclaimed(entry, path);
            return;
        }
        entry.vsid()
                .ifPresent(vsid ->
                        ids.fix(
                                PhysicalStream.of(path, entry.psid()),
                                vsid,
                                entry.place().toString()));
    }

    private void refuseUnknownBase(DevidEntry entry) {
        List<String> bases = host.iommuBases();
        verdict.refuse(
                "devid-iommu-unknown",
                entry.place().toString(),
                "the host has no IOMMU at "
                        + Sentences.hex(entry.base())
                        + (bases.isEmpty() ? "" : "; there is one at " + Sentences.list(bases)));
    }

    private void refuseUnclaimed(DevidEntry entry, String path) {
        List<String> claimed = ids.claimedBehind(path);
        verdict.refuse(
                "devid-stream-unknown",
                entry.place().toString(),
                "no device of this guest issues stream "
                        + Sentences.hex(entry.psid())
                        + " behind "
                        + path
                        + (claimed.isEmpty()
                                ? "; none of them is behind it"
                                : "; theirs are " + Sentences.list(claimed)));
    }
}
