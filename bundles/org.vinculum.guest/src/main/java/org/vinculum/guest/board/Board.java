package org.vinculum.guest.board;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.vinculum.domain.HostTraffic;
import org.vinculum.domain.Hypervisor;
import org.vinculum.domain.Machine;
import org.vinculum.domain.MachineDescription;
import org.vinculum.firmware.PhysicalStream;
import org.vinculum.memory.AddressRange;

/// A machine with equal SMMUs, for guests that are made one after the other. Belongs to one thread.
public final class Board implements AutoCloseable {
    private static final long FRAMES = 0x0900_0000L;
    private static final long FRAME = 0x2_0000L;
    private static final long RAM = 0x1_0000_0000L;
    private static final int TURN = 64;
    private static final long FIRST_STREAM = 0x100;

    private final Machine machine;
    private final List<String> smmus = new ArrayList<>();
    private final Map<Integer, Integer> streams = new HashMap<>();
    private Runnable others = () -> {};

    /// @param model of the SMMUs, as [org.vinculum.iommu.IommuModelFactory#name()]
    /// @param ram bytes of the machine, a multiple of 2 MiB
    /// @throws org.vinculum.domain.MachineRefusedException when there is no such model
    public Board(Hypervisor hypervisor, String model, int count, long ram) {
        this(hypervisor, model, count, ram, Map.of());
    }

    /// @param identification what the SMMUs are to say of themselves, as for
    ///     [org.vinculum.iommu.IommuModelFactory#create]
    public Board(
            Hypervisor hypervisor,
            String model,
            int count,
            long ram,
            Map<String, Long> identification) {
        List<MachineDescription.Smmu> descriptions = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            long frame = FRAMES + i * FRAME;
            String path = "/smmu@" + Long.toHexString(frame);
            smmus.add(path);
            descriptions.add(
                    new MachineDescription.Smmu(
                            path, AddressRange.of(frame, FRAME), model, identification));
        }
        machine =
                hypervisor.start(
                        new MachineDescription(descriptions, List.of(AddressRange.of(RAM, ram))));
    }

    public Machine machine() {
        return machine;
    }

    /// Paths of the SMMUs.
    public List<String> smmus() {
        return List.copyOf(smmus);
    }

    /// Makes a guest with a device behind each SMMU.
    ///
    /// @param ram bytes of the guest, a multiple of 2 MiB
    public BoardGuest guest(String name, long ram) {
        return guest(name, ram, all());
    }

    /// Makes a guest with devices behind some SMMUs.
    ///
    /// @param behind indexes of the SMMUs
    public BoardGuest guest(String name, long ram, List<Integer> behind) {
        return new BoardGuest(this, name, ram, behind, BoardGuest.Smmu.TERMINATING);
    }

    /// The same, of a guest whose devices' transactions may wait for it.
    public BoardGuest guestWithStalls(String name, long ram, List<Integer> behind) {
        return new BoardGuest(this, name, ram, behind, BoardGuest.Smmu.STALLING);
    }

    /// A stream of an SMMU that no guest has yet.
    PhysicalStream stream(int smmu) {
        long number = FIRST_STREAM + streams.merge(smmu, 1, Integer::sum) - 1;
        return PhysicalStream.of(smmus.get(smmu), number);
    }

    private List<Integer> all() {
        List<Integer> all = new ArrayList<>();
        for (int i = 0; i < smmus.size(); i++) {
            all.add(i);
        }
        return all;
    }

    /// Makes a guest without a virtual SMMU; its devices reach its memory as it is.
    public BoardGuest guestWithoutSmmu(String name, long ram) {
        return new BoardGuest(this, name, ram, all(), BoardGuest.Smmu.NONE);
    }

    /// Who else does something while a guest's processor waits.
    public void others(Runnable step) {
        others = step;
    }

    /// A guest's processor waits: the others do something, and the hypervisor works off what is left.
    void pause() {
        others.run();
        machine.schedule(TURN);
    }

    /// Lets the hypervisor work until it has nothing left to do.
    public void settle() {
        while (machine.schedule(TURN)) {
            continue;
        }
    }

    /// Commands that the physical SMMUs have been given, all together.
    public long hostCommands() {
        long sum = 0;
        for (HostTraffic traffic : machine.hostTraffic()) {
            sum += traffic.commands();
        }
        return sum;
    }

    @Override
    public void close() {
        machine.close();
    }
}
