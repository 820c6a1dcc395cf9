package org.vinculum.viommu.fake;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.vinculum.domain.GuestSurroundings;
import org.vinculum.domain.HostSmmu;
import org.vinculum.domain.VirtualIommuDescription;
import org.vinculum.iommu.InterruptLines.Line;
import org.vinculum.memory.AddressRange;
import org.vinculum.viommu.identification.Hosts;
import org.vinculum.viommu.identification.Shown;
import org.vinculum.viommu.queue.GuestQueues;
import org.vinculum.viommu.register.GuestRegisters;

/// A guest with registers and queues of a virtual SMMU, over hosts that do nothing.
public final class Guest {
    public static final int ADDRESS_BITS = 40;
    public static final int CR0 = 0x20;
    public static final int EVENTQ_BASE = 0xa0;
    public static final int EVENTQ_PROD = 0x100a8;
    public static final int EVENTQ_CONS = 0x100ac;

    public final GuestRam ram = new GuestRam();
    public final List<Line> lines = new ArrayList<>();
    public final FakeWork work = new FakeWork();
    public final Hosts hosts;
    public final Shown shown;
    public final GuestRegisters registers;
    public final GuestQueues queues;

    public Guest(VirtualIommuDescription description, HostSmmu... behind) {
        hosts = new Hosts(description, ADDRESS_BITS, List.of(behind));
        shown = hosts.shown();
        registers = new GuestRegisters(shown);
        queues = new GuestQueues(shown, registers, surroundings(), hosts.all());
        registers.governs(work, queues);
        queues.requesters(work);
    }

    /// With stalls and ATS where the host has them.
    public Guest(HostSmmu host) {
        this(description(true, true, Map.of()), host);
    }

    public Guest() {
        this(new FakeHost());
    }

    public GuestSurroundings surroundings() {
        return new GuestSurroundings(ram, lines::add, ADDRESS_BITS);
    }

    /// @param baseline as [VirtualIommuDescription#baseline()]
    public static VirtualIommuDescription description(
            boolean stalls, boolean ats, Map<String, Long> baseline) {
        return new VirtualIommuDescription(
                VirtualIommuDescription.SMMUV3,
                AddressRange.of(0x0404_0000, 0x2_0000),
                33,
                33,
                0,
                0xffff_ffffL,
                8,
                stalls,
                ats,
                baseline);
    }

    public int read(int offset) {
        return (int) registers.read(offset, 4);
    }

    public void write(int offset, int value) {
        registers.write(offset, 4, value);
    }

    public void writeLong(int offset, long value) {
        registers.write(offset, 8, value);
    }
}
