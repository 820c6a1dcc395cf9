package org.vinculum.scenario.play;

import java.util.List;
import java.util.SortedMap;
import org.vinculum.iommu.IommuModelFactory;
import org.vinculum.iommu.IommuSurroundings;
import org.vinculum.scenario.line.Interrupt;
import org.vinculum.scenario.machine.Bytes;
import org.vinculum.scenario.machine.CommandQueue;
import org.vinculum.scenario.machine.Devices;
import org.vinculum.scenario.machine.InterruptLog;
import org.vinculum.scenario.machine.RecordQueue;
import org.vinculum.scenario.machine.RegisterFrame;
import org.vinculum.scenario.machine.SparseMemory;
import org.vinculum.scenario.machine.WatchedModel;
import org.vinculum.smmu.spec.register.Gbpa;

/// A model and all that is around it, for one scenario.
final class Machine implements AutoCloseable {
    /// What GBPA holds when a scenario starts: no abort, shareability as it comes.
    static final int GBPA = 0x1000;

    /// Commands at a time, and how many times: more than a full queue of the largest size.
    private static final int BUDGET = 1024;

    private static final int MOST_ROUNDS = 4096;

    private final InterruptLog interrupts = new InterruptLog();
    private final SparseMemory memory = new SparseMemory(interrupts);
    private final Bytes bytes = new Bytes(memory);
    private final Devices devices = new Devices();
    private final WatchedModel model;
    private final CommandQueue commands;
    private final RecordQueue events;
    private final RecordQueue pageRequests;

    Machine(IommuModelFactory factory, SortedMap<String, Long> identification) {
        model = create(factory, identification);
        RegisterFrame registers = new RegisterFrame(model);
        commands = new CommandQueue(registers, bytes);
        events = RecordQueue.ofEvents(registers, bytes);
        pageRequests = RecordQueue.ofPageRequests(registers, bytes);
    }

    private WatchedModel create(IommuModelFactory factory, SortedMap<String, Long> identification) {
        try {
            return new WatchedModel(
                    factory.create(
                            new IommuSurroundings(memory, interrupts, devices), identification));
        } catch (RuntimeException e) {
            memory.close();
            throw new ScenarioFailure(
                    "a model that advertises what \"idr\" says",
                    e instanceof IllegalArgumentException
                            ? String.valueOf(e.getMessage())
                            : e.toString());
        }
    }

    /// The reset value is the implementation's choice (IHI 0070, 6.3.14), a scenario's is not.
    void resetBypass() {
        if ((int) model.read(Gbpa.OFFSET, Integer.BYTES) != GBPA) {
            model.write(Gbpa.OFFSET, Integer.BYTES, Gbpa.UPDATE.of(true) | GBPA);
            settle();
        }
    }

    /// Lets the model finish what it has to do, and stalled transactions that were told to try again.
    void settle() {
        int rounds = 0;
        do {
            while (model.process(BUDGET)) {
                if (++rounds > MOST_ROUNDS) {
                    throw unsettled();
                }
            }
            if (++rounds > MOST_ROUNDS) {
                throw unsettled();
            }
        } while (devices.retry(model));
        if (!devices.oddity().isEmpty()) {
            throw new ScenarioFailure("stalls that end once", devices.oddity());
        }
    }

    private static ScenarioFailure unsettled() {
        return new ScenarioFailure(
                "a model that has done its work after " + MOST_ROUNDS + " calls of process",
                "more to do");
    }

    WatchedModel model() {
        return model;
    }

    SparseMemory memory() {
        return memory;
    }

    Bytes bytes() {
        return bytes;
    }

    Devices devices() {
        return devices;
    }

    CommandQueue commands() {
        return commands;
    }

    RecordQueue events() {
        return events;
    }

    RecordQueue pageRequests() {
        return pageRequests;
    }

    List<Interrupt> interrupts() {
        return interrupts.take();
    }

    @Override
    public void close() {
        memory.close();
    }
}
