package org.vinculum.commands.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vinculum.benchmark.Benchmark;
import org.vinculum.benchmark.BenchmarkRefusedException;
import org.vinculum.benchmark.Measurement;
import org.vinculum.benchmark.Report;
import org.vinculum.commands.FakeParts;
import org.vinculum.commands.Schemas;
import org.vinculum.commands.Session;
import org.vinculum.commands.Session.Outcome;

class BenchVerbTest {
    @TempDir Path folder;

    private final FakeParts parts =
            new FakeParts()
                    .with(Benchmark.class, new FakeBenchmark("queue"))
                    .with(Benchmark.class, new FakeBenchmark("fairness"));

    private Outcome run(String line) {
        return new Session(folder, parts).run(line);
    }

    @Test
    void withoutANameBenchmarksAreListed() {
        assertThat(run("bench").out())
                .isEqualTo(
                        """
                        benchmark  measures
                        fairness   how fairness goes
                        queue      how queue goes
                        """);
    }

    @Test
    void figuresStandBesideTheirGoalsAndAMissedOneIsNoFailure() {
        Outcome outcome = run("bench queue");

        assertThat(outcome.exit()).isZero();
        assertThat(outcome.out())
                .isEqualTo(
                        """
                        Made up.

                        scenario  measured  value    unit  goal              reached
                        alone     rate      5123000  1/s   at least 5000000  yes
                        alone     read      61.25    ns    at most 60        no
                        peer      ratio     0.00012        -                 -

                        1 of 2 goals reached
                        """);
    }

    @Test
    void bothJsonReportsKeepToTheSchema() {
        assertThat(Schemas.violations("bench", run("bench --json").bytes())).isEmpty();
        Outcome outcome = run("bench queue --json");
        assertThat(Schemas.violations("bench", outcome.bytes())).isEmpty();
        assertThat(outcome.out()).contains("\"reached\": false", "\"atLeast\": 5000000.0");
    }

    @Test
    void aFigureThatIsNoNumberIsNullInJson() {
        parts.with(Benchmark.class, new Unmeasurable());

        Outcome outcome = run("bench none --json");

        assertThat(outcome.out()).contains("\"value\": null");
        assertThat(Schemas.violations("bench", outcome.bytes())).isEmpty();
    }

    private record Unmeasurable() implements Benchmark {
        @Override
        public String name() {
            return "none";
        }

        @Override
        public String title() {
            return "nothing";
        }

        @Override
        public Report run(Consumer<String> progress) {
            progress.accept("nearly there");
            return new Report(
                    "none",
                    List.of(),
                    List.of(new Measurement("a", "b", Double.NaN, "", Optional.empty())));
        }
    }

    @Test
    void whereThereAreNoGoalsNoneIsReached() {
        parts.with(Benchmark.class, new Unmeasurable());

        assertThat(run("bench none").out()).contains("a         b").doesNotContain("goals reached");
    }

    @Test
    void progressIsNoResult() {
        parts.with(Benchmark.class, new Unmeasurable());

        Outcome outcome = run("bench none");

        assertThat(outcome.err()).isEqualTo("vinculum bench: nearly there\n");
        assertThat(outcome.out()).doesNotContain("nearly");
    }

    @Test
    void anUnknownNameIsToldWithThoseThereAre() {
        Outcome outcome = run("bench speed");

        assertThat(outcome.exit()).isEqualTo(2);
        assertThat(outcome.err())
                .isEqualTo("vinculum: there is no benchmark 'speed', but queue, fairness\n");
    }

    @Test
    void whatABenchmarkNeedsAndIsNotThereIsNamed() {
        parts.with(Benchmark.class, new Refusing());

        Outcome outcome = run("bench refusing");

        assertThat(outcome.exit()).isEqualTo(2);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err())
                .isEqualTo("vinculum: there is no kernel\nvinculum: there is no QEMU\n");
    }

    private record Refusing() implements Benchmark {
        @Override
        public String name() {
            return "refusing";
        }

        @Override
        public String title() {
            return "nothing";
        }

        @Override
        public Report run(Consumer<String> progress) {
            throw new BenchmarkRefusedException(List.of("there is no kernel", "there is no QEMU"));
        }
    }

    @Test
    void withoutABenchmarkThePartThatIsMissingIsNamed() {
        parts.without(Benchmark.class);

        Outcome outcome = run("bench");

        assertThat(outcome.exit()).isEqualTo(3);
        assertThat(outcome.err()).contains("it comes with org.vinculum.guest");
    }
}
