package org.vinculum.qemu.domain;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vinculum.domain.DomainDescription;
import org.vinculum.firmware.PhysicalStream;
import org.vinculum.memory.StreamId;

/// Which physical stream stands behind each of the guest's. Neighbours are behind different SMMUs, devices and functions
/// alike, and no stream has the same ID on both sides.
final class StreamPlan {
    /// Paths of the SMMUs.
    static final List<String> SMMUS = List.of("/smmu@10000000", "/smmu@10020000");

    /// What turns virtual IDs to physical ones, by SMMU: another for each, so that no ID serves for both.
    private static final int[] TURNS = {0x35, 0x1a};

    private final Map<StreamId, PhysicalStream> byVirtual = new LinkedHashMap<>();

    StreamPlan(List<StreamId> virtual) {
        for (StreamId vsid : virtual) {
            int smmu = Integer.bitCount(vsid.value()) % SMMUS.size();
            byVirtual.put(vsid, PhysicalStream.of(SMMUS.get(smmu), vsid.unsigned() ^ TURNS[smmu]));
        }
    }

    /// Behind the only virtual SMMU.
    List<DomainDescription.Stream> all() {
        return byVirtual.entrySet().stream()
                .map(entry -> new DomainDescription.Stream(0, entry.getKey(), entry.getValue()))
                .toList();
    }

    /// @throws IllegalArgumentException when the guest has no such stream
    PhysicalStream physical(StreamId vsid) {
        PhysicalStream physical = byVirtual.get(vsid);
        if (physical == null) {
            throw new IllegalArgumentException("there is no stream " + vsid);
        }
        return physical;
    }
}
