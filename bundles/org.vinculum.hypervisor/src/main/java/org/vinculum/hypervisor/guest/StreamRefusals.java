package org.vinculum.hypervisor.guest;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.vinculum.domain.DomainDescription;
import org.vinculum.domain.DomainDescription.Stream;
import org.vinculum.domain.VirtualIommuDescription;
import org.vinculum.firmware.PhysicalStream;
import org.vinculum.hypervisor.machine.physical.PhysicalSmmu;
import org.vinculum.memory.StreamId;

/// Why streams cannot be a domain's as it asks for them.
final class StreamRefusals extends Refusals {
    private final HostMachine machine;
    private final Set<PhysicalStream> asked = new HashSet<>();
    private final Set<Virtual> taken = new HashSet<>();

    private record Virtual(int viommu, StreamId vsid) {}

    StreamRefusals(HostMachine machine) {
        this.machine = machine;
    }

    void plan(DomainDescription description) {
        for (Stream stream : description.streams()) {
            behind(stream, description.viommus());
        }
        for (PhysicalStream stream : description.direct()) {
            free(stream);
        }
    }

    private void behind(Stream stream, List<VirtualIommuDescription> viommus) {
        VirtualIommuDescription viommu = viommus.get(stream.viommu());
        boolean fits = stream.vsid().unsigned() >>> viommu.sidBits() == 0;
        refuse(
                !fits,
                "Virtual stream %s does not fit in %d bits.",
                stream.vsid(),
                viommu.sidBits());
        boolean first = taken.add(new Virtual(stream.viommu(), stream.vsid()));
        refuse(!first, "Virtual stream %s is taken.", stream.vsid());
        PhysicalSmmu smmu = free(stream.physical());
        if (smmu != null && !smmu.driver().nests()) {
            refuse(true, "%s", smmu.driver().refusalToNest());
        }
    }

    /// @return null when there is no such SMMU
    private PhysicalSmmu free(PhysicalStream stream) {
        PhysicalSmmu smmu = machine.smmus().get(stream.iommu());
        if (smmu == null) {
            refuse(true, "There is no SMMU %s.", stream.iommu());
            return null;
        }
        refuse(!smmu.driver().has(stream.id()), "There is no stream %s.", stream);
        boolean free = smmu.claim(stream.id()) == null && asked.add(stream);
        refuse(!free, "Stream %s belongs to somebody already.", stream);
        return smmu;
    }

    /// A further stream of a domain that runs.
    void plug(Stream stream, DomainParts parts) {
        if (stream.viommu() < 0 || stream.viommu() >= parts.viommus().size()) {
            refuse(true, "There is no virtual IOMMU %d.", stream.viommu());
            return;
        }
        GuestIommu viommu = parts.viommus().get(stream.viommu());
        boolean there = parts.streams().has(viommu, stream.vsid());
        refuse(there, "Virtual stream %s is taken.", stream.vsid());
        refuse(viommu.still(), "The domain has been saved.");
        behind(stream, parts.described());
    }
}
