package org.vinculum.commands.bench;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.vinculum.benchmark.Benchmark;
import org.vinculum.benchmark.BenchmarkRefusedException;
import org.vinculum.benchmark.Report;
import org.vinculum.commands.print.JsonDocument;
import org.vinculum.commands.print.Page;
import org.vinculum.commands.print.Terminal;
import org.vinculum.commands.verb.ExitCode;
import org.vinculum.commands.verb.Installed;
import org.vinculum.commands.verb.Options;
import org.vinculum.commands.verb.UsageException;
import org.vinculum.commands.verb.Verb;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/// `bench`: measures, and shows which goals are reached.
public final class BenchVerb implements Verb {
    private final Installed installed;

    public BenchVerb(Installed installed) {
        this.installed = installed;
    }

    @Override
    public CommandSpec spec() {
        CommandSpec spec =
                Options.command(
                        "bench", "vinculum bench [--json] [NAME]", "vinculum bench fairness");
        spec.usageMessage()
                .description(
                        "Measures on this machine, and shows which goals are reached.",
                        "Without NAME it lists what can be measured. Progress goes to standard"
                            + " error. A goal that is missed is shown and no failure: figures of a"
                            + " busy machine say little, so the exit code is 0 either way and"
                            + " --json has what a script needs to judge.");
        return spec.addPositional(
                        PositionalParamSpec.builder()
                                .index("0")
                                .arity("0..1")
                                .paramLabel("NAME")
                                .type(String.class)
                                .description("what to measure")
                                .build())
                .addOption(Options.json())
                .addOption(Options.help());
    }

    @Override
    public int run(ParseResult given, Terminal terminal) {
        installed.best(Benchmark.class);
        String name = given.matchedPositionalValue(0, (String) null);
        return name == null ? list(given, terminal) : measure(name, given, terminal);
    }

    private int list(ParseResult given, Terminal terminal) {
        List<Benchmark> all = new ArrayList<>(installed.all(Benchmark.class));
        all.sort(Comparator.comparing(Benchmark::name));
        if (Options.isSet(given, Options.JSON)) {
            terminal.result(JsonDocument.of(json -> BenchJson.list(all, json)));
        } else {
            Page page = terminal.page();
            BenchTables.list(all, page);
            terminal.result(page);
        }
        return ExitCode.DONE;
    }

    private int measure(String name, ParseResult given, Terminal terminal) {
        Report report;
        try {
            report = find(name).run(line -> terminal.diagnose("vinculum bench: " + line));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            terminal.diagnose("vinculum: the measurement was interrupted");
            return ExitCode.FAILED;
        } catch (BenchmarkRefusedException refused) {
            refused.reasons().forEach(reason -> terminal.diagnose("vinculum: " + reason));
            return ExitCode.UNUSABLE;
        }
        if (Options.isSet(given, Options.JSON)) {
            terminal.result(JsonDocument.of(json -> BenchJson.report(report, json)));
        } else {
            Page page = terminal.page();
            BenchTables.report(report, page);
            terminal.result(page);
        }
        return ExitCode.DONE;
    }

    private Benchmark find(String name) {
        List<String> names = new ArrayList<>();
        for (Benchmark one : installed.all(Benchmark.class)) {
            if (one.name().equals(name)) {
                return one;
            }
            names.add(one.name());
        }
        throw new UsageException(
                "there is no benchmark '" + name + "', but " + String.join(", ", names));
    }
}
