package org.vinculum.toolstack.bind;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vinculum.binding.Assignment.Claim;
import org.vinculum.binding.Assignment.FixedId;
import org.vinculum.binding.Origin;
import org.vinculum.firmware.PhysicalStream;
import org.vinculum.memory.StreamId;
import org.vinculum.toolstack.verdict.Sentences;
import org.vinculum.toolstack.verdict.Verdict;

/// The IDs that are fixed before any is allocated, at most one for a stream; a second, different one is a conflict.
final class UserIds {
    /// SIDSIZE is at most 32 (IHI 0070, 6.3.2); what the physical SMMU implements only its registers tell.
    static final long HIGHEST = 0xffff_ffffL;

    /// What Linux's two-level stream table covers: 2^17 level-1 entries of 2^8 streams.
    static final long HIGHEST_OF_LINUX = (1L << 25) - 1;

    private final Map<PhysicalStream, FixedId> fixed = new LinkedHashMap<>();
    private final Map<PhysicalStream, Integer> claimed = new LinkedHashMap<>();
    private final Map<String, List<String>> idsBehind = new LinkedHashMap<>();
    private final Verdict verdict;

    UserIds(List<Claim> claims, Verdict verdict) {
        this.verdict = verdict;
        for (Claim claim : claims) {
            claimed.putIfAbsent(claim.physical(), claim.viommu());
        }
    }

    boolean isClaimed(PhysicalStream stream) {
        return claimed.containsKey(stream);
    }

    /// The claimed IDs behind one IOMMU, for messages.
    List<String> claimedBehind(String iommu) {
        if (idsBehind.isEmpty()) {
            for (PhysicalStream stream : claimed.keySet()) {
                idsBehind
                        .computeIfAbsent(stream.iommu(), _ -> new ArrayList<>())
                        .add(stream.id().toString());
            }
        }
        return idsBehind.getOrDefault(iommu, List.of());
    }

    /// Fixes an ID that the user wants for a claimed stream.
    void fix(PhysicalStream stream, long vsid, String place) {
        if (vsid > HIGHEST) {
            verdict.refuse(
                    "vsid-out-of-range",
                    place,
                    "vSID "
                            + Sentences.hex(vsid)
                            + " does not fit in SIDSIZE, which is 32 bits at most");
            return;
        }
        FixedId before = fixed.get(stream);
        if (before != null && before.vsid().unsigned() != vsid) {
            verdict.refuse(
                    "vsid-conflict",
                    place,
                    "stream "
                            + stream
                            + " is to have vSID "
                            + Sentences.hex(vsid)
                            + " here and "
                            + before.vsid()
                            + " by "
                            + before.place());
            return;
        }
        if (before == null) {
            warnIfHigh(vsid, place);
            add(stream, vsid, Origin.USER, place);
        }
    }

    /// Keeps an ID of the previous binding unless the user fixed another.
    void keep(PhysicalStream stream, int viommu, long vsid, String place) {
        if (isClaimed(stream) && claimed.get(stream) == viommu && !fixed.containsKey(stream)) {
            add(stream, vsid, Origin.PREVIOUS, place);
        }
    }

    /// In order of precedence.
    List<FixedId> all() {
        return List.copyOf(fixed.values());
    }

    /// Where a stream's ID is fixed, for the printed table.
    Map<PhysicalStream, FixedId> byStream() {
        return fixed;
    }

    private void add(PhysicalStream stream, long vsid, Origin origin, String place) {
        fixed.put(
                stream, new FixedId(stream, claimed.get(stream), StreamId.of(vsid), origin, place));
    }

    private void warnIfHigh(long vsid, String place) {
        if (vsid > HIGHEST_OF_LINUX) {
            verdict.warn(
                    "vsid-high",
                    place,
                    "vSID "
                            + Sentences.hex(vsid)
                            + " lies above 25 bits, which is all that Linux's stream table covers");
        }
    }
}
