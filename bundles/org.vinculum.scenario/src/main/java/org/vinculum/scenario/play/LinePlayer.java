package org.vinculum.scenario.play;

import java.util.List;
import java.util.Optional;
import org.vinculum.scenario.line.Interrupt;
import org.vinculum.scenario.line.Line;

/// Does what a line says, and compares.
final class LinePlayer {
    private final Machine machine;
    private final MemoryPlay memory;
    private final RegisterPlay registers;
    private final TransactionPlay transactions;
    private final Stags stags = new Stags();

    LinePlayer(Machine machine) {
        this.machine = machine;
        this.memory = new MemoryPlay(machine);
        this.registers = new RegisterPlay(machine);
        this.transactions = new TransactionPlay(machine);
    }

    /// @throws ScenarioFailure when the model is not as expected
    /// @throws ScriptMistake when the line makes no sense after those before it
    void play(Line line) {
        switch (line) {
            case Line.Start start -> throw new ScriptMistake("a line of a scenario", start.name());
            case Line.Memory ram -> memory.add(ram);
            case Line.Store store -> memory.store(store);
            case Line.Peek peek -> memory.peek(peek);
            case Line.RegisterWrite write -> registers.write(write);
            case Line.RegisterRead read -> registers.read(read);
            case Line.Command command -> registers.command(command);
            case Line.Resume resume -> registers.resume(resume, stags.number(resume.stag()));
            case Line.Dma dma -> transactions.send(dma);
            case Line.Outcome outcome -> transactions.outcome(outcome);
            case Line.PageRequest request -> transactions.requestPage(request);
            case Line.Events(var records) ->
                    RecordPlay.check(records, drained(machine.events().drain()), "event", stags);
            case Line.PageRequests(var records) ->
                    RecordPlay.check(
                            records,
                            drained(machine.pageRequests().drain()),
                            "page request",
                            stags);
            case Line.Interrupts(var raised) -> interrupts(raised);
        }
    }

    private <T> T drained(Optional<T> records) {
        machine.settle();
        return records.orElseThrow(() ->
                new ScenarioFailure(
                        "records between CONS and PROD of the queue",
                        "PROD more than a queue ahead, or a record outside RAM"));
    }

    private void interrupts(List<Interrupt> expected) {
        List<Interrupt> raised = machine.interrupts();
        if (!raised.equals(expected)) {
            throw new ScenarioFailure("interrupts " + expected, raised.toString());
        }
    }
}
