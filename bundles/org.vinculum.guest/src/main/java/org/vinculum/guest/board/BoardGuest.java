package org.vinculum.guest.board;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vinculum.domain.Domain;
import org.vinculum.domain.DomainDescription;
import org.vinculum.domain.GuestTraffic;
import org.vinculum.domain.VirtualIommuDescription;
import org.vinculum.firmware.PhysicalStream;
import org.vinculum.guest.device.DmaDevice;
import org.vinculum.guest.driver.DriverOptions;
import org.vinculum.guest.driver.FaultHandler;
import org.vinculum.guest.driver.GuestDriver;
import org.vinculum.guest.driver.GuestHardware;
import org.vinculum.guest.driver.GuestPages;
import org.vinculum.guest.workload.DomainHardware;
import org.vinculum.memory.AddressRange;
import org.vinculum.memory.StreamId;

/// A guest on a board: RAM, one virtual SMMU, and devices behind physical SMMUs, the first with stream 1.
public final class BoardGuest {
    /// Guest physical address of its RAM.
    public static final long RAM = 0x4000_0000L;

    private static final long REGISTERS = 0x0904_0000L;
    private static final long FRAME = 0x2_0000L;
    private static final int EVENTS = 34;
    private static final int ERRORS = 35;
    private static final int STREAM_BITS = 8;

    /// Which virtual SMMU it has.
    enum Smmu {
        NONE,
        TERMINATING,
        /// Transactions may wait for the guest.
        STALLING
    }

    private final Board board;
    private final Domain domain;
    private final GuestPages pages;
    private final DriverInterrupts interrupts = new DriverInterrupts(EVENTS, ERRORS);
    private final List<PhysicalStream> streams = new ArrayList<>();
    private GuestHardware hardware;

    /// @param indexes of the SMMUs its devices are behind
    BoardGuest(Board board, String name, long ram, List<Integer> indexes, Smmu smmu) {
        this.board = board;
        List<DomainDescription.Stream> behind = new ArrayList<>();
        for (int index : indexes) {
            PhysicalStream stream = board.stream(index);
            streams.add(stream);
            behind.add(new DomainDescription.Stream(0, StreamId.of(streams.size()), stream));
        }
        AddressRange memory = AddressRange.of(RAM, ram);
        DomainDescription description =
                smmu == Smmu.NONE
                        ? withoutSmmu(name, memory)
                        : new DomainDescription(
                                name,
                                List.of(memory),
                                List.of(viommu(smmu == Smmu.STALLING)),
                                behind,
                                interrupts);
        domain = board.machine().create(description);
        pages = new GuestPages(domain.memory(), memory);
        hardware = new DomainHardware(domain, REGISTERS, board::pause);
    }

    private DomainDescription withoutSmmu(String name, AddressRange memory) {
        return new DomainDescription(
                name,
                List.of(memory),
                false,
                List.of(),
                Optional.empty(),
                List.of(),
                List.of(),
                streams,
                DomainDescription.ORDINARY_WEIGHT,
                interrupts);
    }

    private static VirtualIommuDescription viommu(boolean stalls) {
        return new VirtualIommuDescription(
                VirtualIommuDescription.SMMUV3,
                AddressRange.of(REGISTERS, FRAME),
                EVENTS,
                ERRORS,
                0,
                0xffff_ffffL,
                STREAM_BITS,
                stalls,
                false,
                Map.of());
    }

    public Domain domain() {
        return domain;
    }

    /// Its virtual SMMU.
    public GuestHardware hardware() {
        return hardware;
    }

    /// Lets other things happen while its processor waits.
    public void whilePaused(Runnable step) {
        hardware = new DomainHardware(domain, REGISTERS, step);
    }

    /// Memory that its software has not given away yet.
    public GuestPages pages() {
        return pages;
    }

    /// Starts the driver of its virtual SMMU, with a small command queue.
    public GuestDriver driver() {
        return driver(DriverOptions.ordinary());
    }

    /// Starts the driver of its virtual SMMU.
    public GuestDriver driver(DriverOptions options) {
        return driver(options, FaultHandler.Answer.ABORT);
    }

    /// The same.
    ///
    /// @param answer to transactions that wait
    public GuestDriver driver(DriverOptions options, FaultHandler.Answer answer) {
        GuestDriver driver = new GuestDriver(hardware, pages, options, _ -> answer);
        interrupts.tell(driver);
        return driver;
    }

    /// One of its devices; to the driver it has stream `number + 1`.
    ///
    /// @param number in the order of the SMMUs they are behind
    public DmaDevice device(int number) {
        return new DmaDevice(device -> board.machine().connect(streams.get(number), device), false);
    }

    /// Counters of its virtual SMMU.
    public GuestTraffic traffic() {
        return domain.traffic().getFirst();
    }
}
