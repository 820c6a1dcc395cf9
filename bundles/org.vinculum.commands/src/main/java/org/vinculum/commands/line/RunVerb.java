package org.vinculum.commands.line;

import org.vinculum.commands.print.Terminal;
import org.vinculum.commands.verb.Options;
import org.vinculum.commands.verb.UsageException;
import org.vinculum.commands.verb.Verb;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/// `run`: explained here beside the other verbs, carried out by the launcher before there is a framework.
final class RunVerb implements Verb {
    @Override
    public CommandSpec spec() {
        CommandSpec spec =
                Options.command(
                        "run", "vinculum run [--features A,B] [DIR]", "vinculum run workbench");
        spec.usageMessage()
                .description(
                        "Starts the platform and keeps it running.",
                        "DIR/deploy takes bundles, DIR/etc configuration, and a shell with the same"
                                + " verbs opens on the terminal.");
        return spec.addPositional(
                        PositionalParamSpec.builder()
                                .index("0")
                                .arity("0..1")
                                .type(String.class)
                                .paramLabel("DIR")
                                .description("where the platform keeps its state")
                                .build())
                .addOption(Options.value("A,B", "start these features only", "--features"))
                .addOption(Options.help());
    }

    @Override
    public int run(ParseResult given, Terminal terminal) {
        throw new UsageException("the platform is running already; 'run' is for ./vinculum itself");
    }
}
