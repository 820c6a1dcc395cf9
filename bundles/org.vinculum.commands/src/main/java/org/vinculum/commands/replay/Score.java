package org.vinculum.commands.replay;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.vinculum.commands.print.Page;
import org.vinculum.commands.print.Style;
import org.vinculum.scenario.model.Mismatch;
import org.vinculum.scenario.model.ScenarioResult;

/// How many scenarios passed, and where the others failed.
final class Score {
    private final List<Failure> failures = new ArrayList<>();
    private int passed;

    private record Failure(String file, ScenarioResult result) {
        Mismatch mismatch() {
            return result.mismatch().orElseThrow();
        }
    }

    void add(String file, List<ScenarioResult> results) {
        for (ScenarioResult result : results) {
            if (result.passed()) {
                passed++;
            } else {
                failures.add(new Failure(file, result));
            }
        }
    }

    int failed() {
        return failures.size();
    }

    void printTo(Page page) {
        for (Failure failure : failures) {
            Mismatch mismatch = failure.mismatch();
            page.text(failure.file).text(":").text(mismatch.line()).text(": ");
            page.styled(Style.HEADING, failure.result.name()).text(": expected ");
            page.text(mismatch.expected()).text(", found ").text(mismatch.found()).line();
        }
        page.text(passed).text(" passed, ").text(failed()).text(" failed").line();
    }

    void write(JsonGenerator json) throws IOException {
        json.writeNumberField("passed", passed);
        json.writeNumberField("failed", failed());
        json.writeArrayFieldStart("failures");
        for (Failure failure : failures) {
            write(failure, json);
        }
        json.writeEndArray();
    }

    private static void write(Failure failure, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("file", failure.file);
        json.writeNumberField("line", failure.mismatch().line());
        json.writeStringField("scenario", failure.result.name());
        json.writeStringField("model", failure.result.model());
        json.writeStringField("expected", failure.mismatch().expected());
        json.writeStringField("found", failure.mismatch().found());
        json.writeEndObject();
    }
}
