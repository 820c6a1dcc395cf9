package org.vinculum.commands.bench;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import org.vinculum.benchmark.Benchmark;
import org.vinculum.benchmark.Measurement;
import org.vinculum.benchmark.Measurement.Goal;
import org.vinculum.benchmark.Report;

/// Benchmarks and what they found, for programs.
final class BenchJson {
    private BenchJson() {}

    static void list(List<Benchmark> benchmarks, JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("benchmarks");
        for (Benchmark one : benchmarks) {
            json.writeStartObject();
            json.writeStringField("name", one.name());
            json.writeStringField("title", one.title());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    static void report(Report report, JsonGenerator json) throws IOException {
        json.writeStringField("benchmark", report.benchmark());
        json.writeBooleanField("reached", report.reached());
        json.writeArrayFieldStart("conditions");
        for (String condition : report.conditions()) {
            json.writeString(condition);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("measurements");
        for (Measurement one : report.measurements()) {
            measurement(one, json);
        }
        json.writeEndArray();
    }

    private static void measurement(Measurement one, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("scenario", one.scenario());
        json.writeStringField("measured", one.quantity());
        json.writeFieldName("value");
        number(one.value(), json);
        json.writeStringField("unit", one.unit());
        if (one.goal().isPresent()) {
            Goal goal = one.goal().get();
            json.writeFieldName(goal.atMost() ? "atMost" : "atLeast");
            number(goal.bound(), json);
            json.writeBooleanField("reached", one.reached());
        }
        json.writeEndObject();
    }

    /// JSON has no numbers that are none.
    private static void number(double value, JsonGenerator json) throws IOException {
        if (Double.isFinite(value)) {
            json.writeNumber(value);
        } else {
            json.writeNull();
        }
    }
}
