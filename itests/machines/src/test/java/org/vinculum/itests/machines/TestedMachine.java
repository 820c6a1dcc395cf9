package org.vinculum.itests.machines;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vinculum.domain.Hypervisor;
import org.vinculum.domain.Machine;
import org.vinculum.domain.MachineDescription;
import org.vinculum.memory.AddressRange;

/// A machine of a test: SMMUs `/smmu0`, `/smmu1` and so on, RAM from 4 GiB, a message frame.
public final class TestedMachine implements AutoCloseable {
    public static final long RAM = 0x1_0000_0000L;
    public static final long MESSAGES = 0x0808_0000L;
    public static final long FRAMES = 0x1000_0000L;
    public static final long FRAME = 0x2_0000L;

    private static final long SIZE = 1L << 30;
    private static final int TURN = 64;

    public final Machine machine;

    public TestedMachine(String... models) {
        this(SIZE, models);
    }

    public TestedMachine(long ram, String... models) {
        this(started(new PlainHypervisor(), ram, Map.of(), models));
    }

    /// A machine with one SMMU that says something else of itself than its model.
    public static TestedMachine with(String model, Map<String, Long> identification) {
        return new TestedMachine(started(new PlainHypervisor(), SIZE, identification, model));
    }

    /// A machine whose SMMUs all say something else of themselves than their models.
    public static TestedMachine with(
            Hypervisor hypervisor, long ram, Map<String, Long> identification, String... models) {
        return new TestedMachine(started(hypervisor, ram, identification, models));
    }

    public TestedMachine(Machine machine) {
        this.machine = machine;
    }

    private static Machine started(
            Hypervisor hypervisor, long ram, Map<String, Long> identification, String... models) {
        List<MachineDescription.Smmu> smmus = new ArrayList<>();
        for (int i = 0; i < models.length; i++) {
            smmus.add(
                    new MachineDescription.Smmu(
                            "/smmu" + i,
                            AddressRange.of(FRAMES + i * FRAME, FRAME),
                            models[i],
                            identification));
        }
        return hypervisor.start(
                new MachineDescription(
                        smmus,
                        List.of(AddressRange.of(RAM, ram)),
                        Optional.of(AddressRange.of(MESSAGES, 0x1_0000)),
                        MachineDescription.DEFAULT_BUDGET,
                        MachineDescription.DEFAULT_POLICY));
    }

    /// Lets the hypervisor work for a little while.
    ///
    /// @throws IllegalStateException on a thread that has been interrupted: nobody waits for it any more
    public void pause() {
        if (Thread.currentThread().isInterrupted()) {
            throw new IllegalStateException("given up");
        }
        machine.schedule(TURN);
    }

    /// Lets the hypervisor work until it has nothing to do.
    public void settle() {
        for (int i = 0; i < 10_000; i++) {
            if (!machine.schedule(TURN)) {
                return;
            }
        }
        throw new AssertionError("the hypervisor always has more to do");
    }

    public TestedGuest guest(String name) {
        return new TestedGuest(this, name);
    }

    /// Commands of physical SMMUs that stopped their queues.
    public long commandErrors() {
        return machine.hostTraffic().stream().mapToLong(t -> t.commandErrors()).sum();
    }

    @Override
    public void close() {
        machine.close();
    }
}
