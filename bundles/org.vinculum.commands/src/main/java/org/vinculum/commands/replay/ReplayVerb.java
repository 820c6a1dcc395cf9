package org.vinculum.commands.replay;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vinculum.commands.files.Inputs;
import org.vinculum.commands.print.JsonDocument;
import org.vinculum.commands.print.Page;
import org.vinculum.commands.print.Terminal;
import org.vinculum.commands.verb.ExitCode;
import org.vinculum.commands.verb.Installed;
import org.vinculum.commands.verb.Options;
import org.vinculum.commands.verb.UsageException;
import org.vinculum.commands.verb.Verb;
import org.vinculum.firmware.InputFile;
import org.vinculum.iommu.IommuModelFactory;
import org.vinculum.scenario.model.ModelNames;
import org.vinculum.scenario.model.PlayOptions;
import org.vinculum.scenario.model.ScenarioPlayer;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/// `replay`: plays scenarios against a model of an IOMMU and says where it differs from them.
public final class ReplayVerb implements Verb {
    private static final String MODEL = "--model";
    private static final String NO_CACHE = "--no-cache";

    private final Installed installed;

    public ReplayVerb(Installed installed) {
        this.installed = installed;
    }

    @Override
    public CommandSpec spec() {
        CommandSpec spec =
                Options.command(
                        "replay",
                        "vinculum replay [--model NAME] [--no-cache] [--json] [--max-size SIZE]"
                                + " FILE...",
                        "vinculum replay --model mmu-600-r2p0 stage1.jsonl nested.jsonl");
        spec.usageMessage()
                .description(
                        "Plays scenarios against a model of an IOMMU.",
                        "A scenario says what software and devices do and what must come back. One"
                            + " line for each scenario that fails: file, line, what was expected,"
                            + " what was found; then how many passed and failed. Exit code 1 when"
                            + " one failed.");
        return spec.addPositional(
                        PositionalParamSpec.builder()
                                .index("0..*")
                                .arity("1..*")
                                .type(List.class)
                                .auxiliaryTypes(String.class)
                                .paramLabel("FILE...")
                                .hideParamSyntax(true)
                                .required(true)
                                .description("scenarios, one JSON object a line, or -")
                                .build())
                .addOption(
                        Options.value(
                                "NAME",
                                "the model to play them against, whatever they ask for; vinculum"
                                    + " models shows the names, smmuv3 is the highest smmuv3-3.x",
                                MODEL))
                .addOption(
                        Options.flag(
                                "let the model read its tables each time, to compare", NO_CACHE))
                .addOption(Options.json())
                .addOption(Options.maxSize())
                .addOption(Options.help());
    }

    @Override
    public int run(ParseResult given, Terminal terminal) {
        PlayOptions options = new PlayOptions(models(given), model(given));
        Score score = play(given.matchedPositionalValue(0, List.of()), options, given, terminal);
        if (Options.isSet(given, Options.JSON)) {
            terminal.result(JsonDocument.of(score::write));
        } else {
            Page page = terminal.page();
            score.printTo(page);
            terminal.result(page);
        }
        return score.failed() == 0 ? ExitCode.DONE : ExitCode.NO;
    }

    private List<IommuModelFactory> models(ParseResult given) {
        installed.best(IommuModelFactory.class);
        List<IommuModelFactory> models = new ArrayList<>(installed.all(IommuModelFactory.class));
        if (Options.isSet(given, NO_CACHE)) {
            models.replaceAll(IommuModelFactory::withoutCaches);
        }
        return models;
    }

    private Score play(
            List<String> names, PlayOptions options, ParseResult given, Terminal terminal) {
        ScenarioPlayer player = installed.best(ScenarioPlayer.class);
        Inputs inputs = new Inputs(terminal, given);
        Score score = new Score();
        for (String name : names) {
            InputFile file = inputs.fileOrStandardInput(name);
            score.add(file.name(), player.play(file, options));
        }
        return score;
    }

    private Optional<String> model(ParseResult given) {
        Optional<String> name = Optional.ofNullable(Options.text(given, MODEL));
        List<IommuModelFactory> models = installed.all(IommuModelFactory.class);
        if (name.isPresent() && ModelNames.find(name.get(), models).isEmpty()) {
            List<String> names = new ArrayList<>();
            models.forEach(model -> names.add(model.name()));
            throw new UsageException(
                    "there is no model '" + name.get() + "', but " + String.join(", ", names));
        }
        return name;
    }
}
