package org.vinculum.qemu.trace;

import java.util.List;
import java.util.OptionalInt;
import java.util.SortedMap;
import org.vinculum.iommu.IommuModel;
import org.vinculum.iommu.IommuModelFactory;
import org.vinculum.iommu.IommuSurroundings;
import org.vinculum.live.GuestSmmuDescription;
import org.vinculum.memory.Ram;
import org.vinculum.qemu.trace.EventRecords.Found;
import org.vinculum.scenario.model.Ending;
import org.vinculum.scenario.model.Interrupt;
import org.vinculum.scenario.model.Recording;
import org.vinculum.scenario.model.Transaction;
import org.vinculum.smmu.spec.register.CmdqProd;
import org.vinculum.smmu.spec.register.Gbpa;

/// A plain model that does what a replay will do, one step at a time, and has each step written down with what came of it.
final class Twin {
    /// What GBPA holds when a scenario starts.
    static final int GBPA = 0x1000;

    private static final int BUDGET = 1024;
    private static final int MOST_ROUNDS = 4096;

    /// Behind pages 0 and 1: the pages of further command queues.
    private static final long MORE_QUEUES = 0x2_0000;

    private final Recording recording;
    private final TwinInterrupts interrupts = new TwinInterrupts();
    private final TwinDevices devices = new TwinDevices();
    private final TwinMemory memory;
    private final IommuModel model;
    private final QueueRanges queues;
    private final CommandSteps commands;
    private final OutputRegisters outputs;
    private final EventRecords events;
    private final EventComparison comparison;

    Twin(
            IommuModelFactory factory,
            SortedMap<String, Long> identification,
            GuestSmmuDescription description,
            Recording recording,
            EventComparison comparison) {
        this.recording = recording;
        this.comparison = comparison;
        Ram guest = description.memory();
        memory = new TwinMemory(guest, description.messageFrame(), recording, interrupts);
        model = factory.create(new IommuSurroundings(memory, interrupts, devices), identification);
        int producer = TwinModels.producer(model.frameSize(), model::read, model::write);
        model.write(Gbpa.OFFSET, Integer.BYTES, Gbpa.UPDATE.of(true) | GBPA);
        queues = new QueueRanges(model::read);
        memory.queues(queues);
        settle();
        commands = new CommandSteps(model::read, memory, queues, recording);
        outputs = new OutputRegisters(model::read, model.frameSize());
        events = new EventRecords(model::read, producer, memory::holds, memory::word);
    }

    RegisterReads registers() {
        return model::read;
    }

    /// Software writes a register.
    void write(long offset, int width, long value) {
        if (offset > model.frameSize() - width) {
            return;
        }
        int added =
                offset == CmdqProd.OFFSET && width == Integer.BYTES
                        ? commands.added((int) value)
                        : -1;
        if (added < 0) {
            writeRaw(offset, width, value);
            return;
        }
        for (int i = 0; i < added; i++) {
            command();
        }
    }

    private void writeRaw(long offset, int width, long value) {
        if (offset >= MORE_QUEUES) {
            memory.beginWithAll();
        } else {
            memory.begin();
        }
        commands.refresh(offset == CmdqProd.OFFSET ? (int) value : commands.producer());
        model.write(offset, width, value);
        queues.update();
        settle();
        recording.write(offset, width, value);
        if (EventComparison.movesQueue(offset)) {
            events.skip();
        }
        recordEffects(false);
    }

    private void command() {
        memory.begin();
        boolean before = registers().commandError();
        long[] words = commands.take();
        model.write(CmdqProd.OFFSET, Integer.BYTES, commands.next());
        settle();
        OptionalInt error = commands.error(before);
        recording.command(words[0], words[1], error);
        recordEffects(error.isPresent() && error.getAsInt() == 0);
    }

    /// A device sends a transaction.
    Ending send(Transaction transaction) {
        memory.begin();
        TwinDevices.Sent sent = devices.send(transaction, model);
        settle();
        recording.transaction(sent.transaction(), sent.ending());
        recordEffects(false);
        return sent.ending();
    }

    /// A device asks for a page.
    void requestPage(
            int streamId, int substreamId, long address, int access, int group, boolean last) {
        memory.begin();
        model.requestPage(streamId, substreamId, address, access, group, last);
        settle();
        recording.pageRequest(streamId, substreamId, address, access, group, last);
        recordEffects(false);
    }

    private void settle() {
        int rounds = 0;
        do {
            while (model.process(BUDGET)) {
                if (++rounds > MOST_ROUNDS) {
                    throw new TraceEnd("the model beside the SMMU does not come to rest");
                }
            }
            if (++rounds > MOST_ROUNDS) {
                throw new TraceEnd("the model beside the SMMU does not come to rest");
            }
        } while (devices.retry(model));
    }

    /// @param consumed whether the trace says already that all commands are
    private void recordEffects(boolean consumed) {
        for (TwinDevices.Ended ended : devices.takeEnded()) {
            recording.outcome(ended.name(), ended.ending());
        }
        outputs.record(consumed, recording);
        for (Found found : events.take(queues.events())) {
            recording.peek(found.address(), words(found));
            comparison.expect(found.record());
        }
        List<Interrupt> raised = interrupts.take();
        if (!raised.isEmpty()) {
            recording.interrupts(raised);
        }
        if (recording.isFull()) {
            throw new TraceEnd("the file is as long as replay takes");
        }
    }

    private static long[] words(Found found) {
        long[] words = new long[4];
        for (int i = 0; i < words.length; i++) {
            words[i] = found.record().word(i);
        }
        return words;
    }
}
