package org.vinculum.machine.dom0;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vinculum.domain.DomainDescription;
import org.vinculum.domain.GuestInterrupts;
import org.vinculum.domain.MachineDescription;
import org.vinculum.domain.MachineDescription.Smmu;
import org.vinculum.domain.VirtualIommuDescription;
import org.vinculum.firmware.Iommu;
import org.vinculum.firmware.PhysicalStream;
import org.vinculum.iommu.IommuModelFactory;
import org.vinculum.machine.host.Host;
import org.vinculum.memory.AddressRange;
import org.vinculum.scenario.model.ModelNames;
import org.vinculum.smmu.spec.Words;
import org.vinculum.smmu.spec.register.Idr1;

/// What dom0 is: one virtual SMMU in the place of each physical one, in front of every stream, whose IDs stay.
///
/// @param description its RAM is where it is on the host
/// @param notes sentences on what was left out
public record Dom0Plan(DomainDescription description, List<String> notes) {
    public static final String NAME = "dom0";

    /// What an SMMUv3 shows, whatever lies behind its two pages on the silicon (IHI 0070, 6.1).
    private static final long FRAME = 0x2_0000;

    private static final long BLOCK = 2L << 20;
    private static final int MOST_SID_BITS = 32;
    private static final String IDR1 = "IDR1";

    /// @param memory in bytes, at most half of the largest piece of RAM is taken
    public static Dom0Plan of(Host host, MachineDescription machine, long memory) {
        List<String> notes = new ArrayList<>();
        List<VirtualIommuDescription> viommus = new ArrayList<>();
        Map<String, Integer> indexes = new HashMap<>();
        for (Smmu smmu : machine.smmus()) {
            indexes.put(smmu.path(), viommus.size());
            viommus.add(inPlace(host, smmu));
        }
        return new Dom0Plan(
                new DomainDescription(
                        NAME,
                        ram(machine.ram(), memory),
                        true,
                        List.of(),
                        machine.messageFrame(),
                        viommus,
                        streams(host, viommus, indexes, notes),
                        List.of(),
                        DomainDescription.ORDINARY_WEIGHT,
                        GuestInterrupts.NONE),
                List.copyOf(notes));
    }

    private static VirtualIommuDescription inPlace(Host host, Smmu smmu) {
        Iommu.SmmuV3 physical = (Iommu.SmmuV3) host.platform().iommu(smmu.path()).orElseThrow();
        Dom0Interrupts lines = Dom0Interrupts.of(physical);
        return new VirtualIommuDescription(
                VirtualIommuDescription.SMMUV3,
                new AddressRange(smmu.frame().start(), FRAME),
                lines.event(),
                lines.gerror(),
                0,
                0xffff_ffffL,
                sidBits(smmu, host.models()),
                false,
                false,
                Map.of());
    }

    private static int sidBits(Smmu smmu, List<IommuModelFactory> models) {
        Long shown = smmu.identification().get(IDR1);
        if (shown != null) {
            return (int) Math.min(Idr1.SIDSIZE.get(Words.of(shown)), MOST_SID_BITS);
        }
        Optional<String> bits =
                ModelNames.find(smmu.model(), models).map(m -> m.features().get("IDR1.SIDSIZE"));
        try {
            return bits.map(Integer::parseInt).filter(b -> b >= 0).orElse(MOST_SID_BITS);
        } catch (NumberFormatException e) {
            return MOST_SID_BITS;
        }
    }

    private static List<DomainDescription.Stream> streams(
            Host host,
            List<VirtualIommuDescription> viommus,
            Map<String, Integer> indexes,
            List<String> notes) {
        List<DomainDescription.Stream> streams = new ArrayList<>();
        for (PhysicalStream stream : Dom0Streams.of(host.platform(), notes)) {
            Integer viommu = indexes.get(stream.iommu());
            if (viommu == null) {
                continue;
            }
            if (stream.id().unsigned() >>> viommus.get(viommu).sidBits() != 0) {
                notes.add("stream " + stream + " is more than its SMMU has; dom0 goes without it");
                continue;
            }
            streams.add(new DomainDescription.Stream(viommu, stream.id(), stream));
        }
        return streams;
    }

    // In the middle of the largest piece: the hypervisor takes what it needs from both ends.
    private static List<AddressRange> ram(List<AddressRange> ram, long memory) {
        AddressRange largest = AddressRange.of(0, 0);
        for (AddressRange range : ram) {
            if (range.size() > largest.size()) {
                largest = range;
            }
        }
        long size = Math.min(memory, largest.size() / 2) & -BLOCK;
        long start = largest.start().value() + ((largest.size() - size) / 2 & -BLOCK);
        return size == 0 ? List.of() : List.of(AddressRange.of(start, size));
    }
}
