package org.vinculum.hypervisor.guest;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.vinculum.domain.DomainDescription;
import org.vinculum.domain.MachineRefusedException;
import org.vinculum.domain.VirtualIommuDescription;
import org.vinculum.firmware.PhysicalStream;
import org.vinculum.hypervisor.machine.physical.PhysicalSmmu;
import org.vinculum.hypervisor.stage2.Stage2Capabilities;
import org.vinculum.hypervisor.stage2.Stage2Hardware;
import org.vinculum.memory.AddressRange;
import org.vinculum.smmu.spec.encoding.Oas;
import org.vinculum.smmu.spec.register.Idr5;

/// How far a domain's addresses reach, and which SMMUs shall be able to walk its tables: those of its streams, and of the
/// others as many as cost it nothing, so that a device behind them can be plugged in later.
///
/// @param inputBits of guest physical addresses
record Reach(int inputBits, Stage2Capabilities hosts) {
    /// Guests get this many bits where the SMMUs have them, so that there is room for windows that come later; or what the
    /// baseline of a virtual IOMMU says, which its guest is shown.
    private static final int ORDINARY = 40;

    private static final int NONE = 0;

    /// @throws MachineRefusedException when the domain's SMMUs cannot do what it needs
    static Reach of(HostMachine machine, DomainDescription description) {
        Set<PhysicalSmmu> own = new HashSet<>();
        List<Stage2Hardware> hardware = new ArrayList<>();
        for (PhysicalStream stream : DomainMaker.all(description)) {
            PhysicalSmmu smmu = machine.smmu(stream);
            if (own.add(smmu)) {
                hardware.add(Stage2Hardware.of(smmu.driver()));
            }
        }
        List<AddressRange> guest = guest(description);
        int needed = Stage2Capabilities.of(hardware).inputBits(guest);
        for (PhysicalSmmu smmu : machine.smmus().values()) {
            Stage2Hardware other = Stage2Hardware.of(smmu.driver());
            if (!own.contains(smmu) && reaches(other, Math.max(needed, machine.addressBits()))) {
                hardware.add(other);
            }
        }
        Stage2Capabilities hosts = Stage2Capabilities.of(hardware);
        int room = Math.min(baseline(description), hosts.outputBits());
        if (room == NONE && hosts.outputBits() >= ORDINARY) {
            room = ORDINARY;
        }
        guest.add(AddressRange.of(0, room == NONE ? 0 : 1L << room));
        return new Reach(hosts.inputBits(guest), hosts);
    }

    /// The least number of bits that a virtual IOMMU's baseline names (IDR5.OAS).
    private static int baseline(DomainDescription description) {
        int least = NONE;
        for (VirtualIommuDescription viommu : description.viommus()) {
            Long idr5 = viommu.baseline().get("IDR5");
            if (idr5 != null) {
                int bits = Oas.of(Idr5.OAS.get(idr5.intValue())).bits();
                least = least == NONE ? bits : Math.min(least, bits);
            }
        }
        return least;
    }

    private static boolean reaches(Stage2Hardware smmu, int bits) {
        try {
            return Stage2Capabilities.of(List.of(smmu)).outputBits() >= bits;
        } catch (MachineRefusedException e) {
            return false; // it cannot walk such tables at all
        }
    }

    private static List<AddressRange> guest(DomainDescription description) {
        List<AddressRange> all = new ArrayList<>(description.ram());
        description.windows().forEach(window -> all.add(window.guest()));
        description.messageFrame().ifPresent(all::add);
        description.viommus().forEach(viommu -> all.add(viommu.registers()));
        return all;
    }
}
