package org.vinculum.scenario.play;

import static org.vinculum.scenario.play.ScenarioFailure.hex;

import org.vinculum.scenario.line.Line;
import org.vinculum.scenario.machine.CommandQueue;
import org.vinculum.smmu.spec.Words;

/// Lines with which software talks to the model.
final class RegisterPlay {
    private final Machine machine;

    /// The code of the last error: CMDQ_CONS.ERR may keep it after the error (IHI 0070, 6.3.28).
    private int lastError;

    RegisterPlay(Machine machine) {
        this.machine = machine;
    }

    void write(Line.RegisterWrite write) {
        checkInside(write.offset(), write.width());
        machine.model().write(write.offset(), write.width(), write.value());
        machine.settle();
    }

    void read(Line.RegisterRead read) {
        checkInside(read.offset(), read.width());
        long found = machine.model().read(read.offset(), read.width());
        if (((found ^ read.expected()) & read.mask()) != 0) {
            throw new ScenarioFailure(
                    "register "
                            + hex(read.offset())
                            + " to read "
                            + hex(read.expected())
                            + under(read),
                    hex(found));
        }
    }

    private static String under(Line.RegisterRead read) {
        return read.mask() == -1 ? "" : " under mask " + hex(read.mask());
    }

    private void checkInside(long offset, int width) {
        long size = machine.model().frameSize();
        if (offset > size - width) {
            throw new ScriptMistake("an offset in a frame of " + hex(size) + " bytes", hex(offset));
        }
    }

    void command(Line.Command command) {
        put(command.word0(), command.word1());
        if (command.error().isPresent()) {
            check(command.error().getAsInt());
        }
    }

    void resume(Line.Resume resume, int stag) {
        Words command = resume.action().command(resume.streamId(), stag).encode();
        put(command.word(0), command.word(1));
    }

    private void put(long word0, long word1) {
        if (!machine.commands().put(word0, word1)) {
            throw new ScenarioFailure("room in the command queue", "a full one");
        }
        machine.settle();
    }

    private void check(int error) {
        CommandQueue queue = machine.commands();
        boolean active = queue.hasError();
        if (active != (error != 0)) {
            throw new ScenarioFailure(
                    error == 0 ? "no command queue error" : "CERROR " + error + ", active",
                    active ? "CERROR " + queue.error() + ", active" : "no active error");
        }
        if (queue.error() != error && (active || queue.error() != lastError)) {
            throw new ScenarioFailure("CERROR " + error, "CERROR " + queue.error());
        }
        if (error == 0 && queue.waiting() != 0) {
            throw new ScenarioFailure(
                    "all commands consumed", queue.waiting() + " between CONS and PROD");
        }
        lastError = active ? error : lastError;
    }
}
