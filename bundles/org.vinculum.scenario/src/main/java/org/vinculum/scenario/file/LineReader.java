package org.vinculum.scenario.file;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vinculum.firmware.InputFile;
import org.vinculum.firmware.UnreadableInputException;
import org.vinculum.scenario.line.Line;
import org.vinculum.scenario.line.Step;

/// Reads a scenario file line by line, so that memory is needed for one line only.
public final class LineReader {
    private static final List<String> KINDS =
            List.of(
                    "scenario",
                    "ram",
                    "mem",
                    "peek",
                    "write",
                    "read",
                    "cmd",
                    "dma",
                    "outcome",
                    "resume",
                    "pri",
                    "events",
                    "priq",
                    "irq");

    private final TextLines lines;

    public LineReader(InputFile file) {
        this.lines = new TextLines(file);
    }

    /// The next line that is not blank; empty at the end of the file.
    ///
    /// @throws UnreadableInputException with file, line, column, what was expected and what was found
    public Optional<Step> next() {
        while (lines.advance()) {
            if (!lines.isBlank()) {
                Fields fields = JsonLine.read(lines);
                Line line = parse(fields);
                fields.end();
                return Optional.of(new Step(lines.number(), line));
            }
        }
        return Optional.empty();
    }

    private static Line parse(Fields fields) {
        return switch (kind(fields)) {
            case "scenario" -> StartLine.parse(fields);
            case "ram" -> MemoryLines.ram(fields);
            case "mem" -> MemoryLines.store(fields);
            case "peek" -> MemoryLines.peek(fields);
            case "write" -> RegisterLines.write(fields);
            case "read" -> RegisterLines.read(fields);
            case "cmd" -> RegisterLines.command(fields);
            case "dma" -> TransactionLines.dma(fields);
            case "outcome" -> TransactionLines.outcome(fields);
            case "resume" -> TransactionLines.resume(fields);
            case "pri" -> TransactionLines.pageRequest(fields);
            case "events" -> RecordLines.events(fields);
            case "priq" -> RecordLines.pageRequests(fields);
            default -> InterruptLine.parse(fields);
        };
    }

    private static String kind(Fields fields) {
        List<String> kinds = new ArrayList<>(KINDS);
        kinds.retainAll(fields.keys());
        if (kinds.size() != 1) {
            throw fields.place()
                    .error(
                            1,
                            "one of the keys " + String.join(", ", KINDS),
                            kinds.isEmpty() ? "none of them" : String.join(" and ", kinds));
        }
        return kinds.getFirst();
    }
}
