package org.vinculum.hypervisor.guest;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.vinculum.domain.Domain.Mapping;
import org.vinculum.domain.MachineRefusedException;
import org.vinculum.hypervisor.host.Stage2;
import org.vinculum.hypervisor.machine.physical.PhysicalSmmu;
import org.vinculum.hypervisor.memory.GuestMemory;
import org.vinculum.hypervisor.memory.MachineMemory;
import org.vinculum.hypervisor.stage2.Stage2Capabilities;
import org.vinculum.hypervisor.stage2.Stage2Hardware;
import org.vinculum.hypervisor.stage2.Stage2Table;
import org.vinculum.memory.Address;
import org.vinculum.memory.AddressRange;

/// A domain's guest physical address space: what its CPUs see and what stage 2 leads its devices to, which is the same. Used
/// under the administration's lock, but for [#view].
final class AddressSpace {
    private static final long BLOCK = 2L << 20;
    private static final long[] ALIGNMENTS = {1L << 30, BLOCK, MachineMemory.PAGE};

    private final MachineMemory memory;
    private final Windows windows;
    private final GuestMemory view;
    private final Stage2Table table;
    private final Stage2Capabilities hosts;
    private final GuestPieces pieces = new GuestPieces();
    private final List<Tenancy> tenancies = new CopyOnWriteArrayList<>();

    /// @param view what the CPUs see, with nothing in it
    /// @param inputBits of guest physical addresses
    /// @throws MachineRefusedException when there is no memory for tables
    AddressSpace(HostMachine machine, GuestMemory view, int inputBits, Stage2Capabilities hosts) {
        this.memory = machine.memory();
        this.windows = machine.windows();
        this.view = view;
        this.hosts = hosts;
        this.table = new Stage2Table(memory, inputBits, hosts, this::invalidate);
    }

    GuestMemory view() {
        return view;
    }

    int inputBits() {
        return table.inputBits();
    }

    List<Mapping> mappings() {
        return pieces.all();
    }

    boolean overlaps(AddressRange guest) {
        return pieces.overlap(guest);
    }

    Stage2 named(int vmid) {
        return table.named(vmid);
    }

    /// Why an SMMU cannot walk the tables; nothing when it can.
    List<String> lacking(PhysicalSmmu smmu) {
        return hosts.lacking(Stage2Hardware.of(smmu.driver()));
    }

    /// An SMMU walks the tables from now on.
    void walkedBy(Tenancy tenancy) {
        tenancies.add(tenancy);
    }

    void forgottenBy(Tenancy tenancy) {
        tenancies.remove(tenancy);
    }

    /// Gives the guest RAM of the machine that nobody has, in as few pieces as there are.
    ///
    /// @throws MachineRefusedException when there is not enough
    void addRam(AddressRange guest) {
        Deque<AddressRange> left = new ArrayDeque<>(List.of(guest));
        while (!left.isEmpty()) {
            AddressRange part = left.pop();
            long physical = allocate(part);
            if (physical >= 0) {
                addRam(part, physical);
                continue;
            }
            long half = part.size() / 2 & -BLOCK;
            if (half == 0) {
                throw new MachineRefusedException(
                        List.of("No memory is free for " + guest + " of the guest."));
            }
            left.push(AddressRange.of(part.start().value() + half, part.size() - half));
            left.push(AddressRange.of(part.start().value(), half));
        }
    }

    /// Memory aligned as the guest's addresses are, so that stage 2 gets large blocks; -1 when there is none.
    private long allocate(AddressRange guest) {
        for (long alignment : ALIGNMENTS) {
            boolean useful = guest.size() >= alignment && guest.start().value() % alignment == 0;
            if (useful) {
                try {
                    return memory.allocate(guest.size(), alignment);
                } catch (MachineRefusedException e) {
                    continue; // less aligned, perhaps
                }
            }
        }
        return -1;
    }

    /// Gives the guest RAM at the same addresses.
    ///
    /// @throws MachineRefusedException when it is not free
    void addRamInPlace(AddressRange guest) {
        memory.allocateAt(guest.start().value(), guest.size());
        addRam(guest, guest.start().value());
    }

    private void addRam(AddressRange guest, long physical) {
        long ipa = guest.start().value();
        try {
            requireReach(physical, guest.size());
            table.map(ipa, physical, guest.size(), true);
        } catch (MachineRefusedException e) {
            memory.release(physical, guest.size());
            throw e;
        }
        pieces.add(new Mapping(guest, physical, true));
        view.map(ipa, physical, guest.size());
    }

    private void requireReach(long physical, long size) {
        if (physical + size - 1 >>> hosts.outputBits() != 0) {
            throw new MachineRefusedException(
                    List.of(
                            "Host memory %s is beyond the SMMUs' %d address bits."
                                    .formatted(
                                            AddressRange.of(physical, size), hosts.outputBits())));
        }
    }

    /// Shows the guest something else of the host's, which is RAM to it where it is shared.
    ///
    /// @throws MachineRefusedException when there is no memory for tables
    void addWindow(AddressRange guest, Address host) {
        requireReach(host.value(), guest.size());
        AddressRange range = AddressRange.of(host.value(), guest.size());
        boolean ram = windows.shared(range);
        table.map(guest.start().value(), host.value(), guest.size(), ram);
        windows.take(range);
        pieces.add(new Mapping(guest, host.value(), false));
        if (ram) {
            view.map(guest.start().value(), host.value(), guest.size());
        }
    }

    /// Takes it away; no device reaches it afterwards.
    ///
    /// @throws IllegalArgumentException when there is no such window
    void removeWindow(AddressRange guest) {
        Mapping window = pieces.window(guest);
        if (window == null) {
            throw new IllegalArgumentException("no window at " + guest);
        }
        table.unmap(guest.start().value(), guest.size());
        invalidate(guest.start().value(), guest.size());
        table.clean();
        forget(window);
    }

    private void forget(Mapping window) {
        view.unmap(window.guest().start().value(), window.guest().size());
        pieces.remove(window);
        windows.free(AddressRange.of(window.host(), window.guest().size()));
    }

    private void invalidate(long ipa, long size) {
        for (Tenancy tenancy : tenancies) {
            tenancy.invalidateStage2(ipa, size);
        }
    }

    /// Wipes everything and gives it back. No SMMU walks the tables any more.
    void close() {
        table.close();
        for (Mapping mapping : new ArrayList<>(pieces.all())) {
            if (mapping.ram()) {
                view.unmap(mapping.guest().start().value(), mapping.guest().size());
                memory.release(mapping.host(), mapping.guest().size());
                pieces.remove(mapping);
            } else {
                forget(mapping);
            }
        }
    }
}
