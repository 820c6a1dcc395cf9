package org.vinculum.scenario.play;

import java.util.LinkedHashMap;
import java.util.Map;
import org.vinculum.scenario.line.Answer;
import org.vinculum.scenario.line.Line;
import org.vinculum.scenario.machine.Devices.Sent;

/// Lines about what devices send.
final class TransactionPlay {
    private final Machine machine;
    private final Map<String, Sent> named = new LinkedHashMap<>();

    TransactionPlay(Machine machine) {
        this.machine = machine;
    }

    void send(Line.Dma dma) {
        Sent sent = machine.devices().send(dma.transaction(), machine.model());
        Answer answer = sent.answer();
        machine.settle();
        dma.name().ifPresent(name -> named.put(name, sent));
        check(dma.expected(), answer);
    }

    void outcome(Line.Outcome outcome) {
        Sent sent = named.get(outcome.name());
        if (sent == null) {
            throw new ScriptMistake("the name of a transaction", "\"" + outcome.name() + "\"");
        }
        check(outcome.expected(), sent.answer());
    }

    void requestPage(Line.PageRequest request) {
        machine.model()
                .requestPage(
                        request.streamId(),
                        request.substreamId(),
                        request.address(),
                        request.access(),
                        request.group(),
                        request.last());
        machine.settle();
    }

    private static void check(Answer expected, Answer found) {
        if (!expected.allows(found)) {
            throw new ScenarioFailure(expected.toString(), found.toString());
        }
    }
}
