package org.vinculum.commands.bench;

import java.util.List;
import org.vinculum.benchmark.Benchmark;
import org.vinculum.benchmark.Measurement;
import org.vinculum.benchmark.Report;
import org.vinculum.commands.print.Page;
import org.vinculum.commands.print.Table;

/// Benchmarks and what they found, for people.
final class BenchTables {
    private BenchTables() {}

    static void list(List<Benchmark> benchmarks, Page page) {
        Table table = new Table("benchmark", "measures");
        for (Benchmark one : benchmarks) {
            table.row(one.name(), one.title());
        }
        table.printTo(page);
    }

    static void report(Report report, Page page) {
        for (String condition : report.conditions()) {
            page.text(condition).line();
        }
        page.line();
        Table table = new Table("scenario", "measured", "value", "unit", "goal", "reached");
        int goals = 0;
        int missed = 0;
        for (Measurement one : report.measurements()) {
            table.row(
                    one.scenario(),
                    one.quantity(),
                    Figure.of(one.value()),
                    one.unit(),
                    Figure.goal(one),
                    Figure.reached(one));
            goals += one.goal().isPresent() ? 1 : 0;
            missed += one.reached() ? 0 : 1;
        }
        table.printTo(page);
        if (goals > 0) {
            page.line();
            page.text(goals - missed).text(" of ").text(goals).text(" goals reached").line();
        }
    }
}
