package org.vinculum.commands.line;

import org.vinculum.commands.print.Terminal;
import org.vinculum.commands.verb.Options;
import org.vinculum.commands.verb.UsageException;
import org.vinculum.commands.verb.Verb;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/// `run`: listed here beside the other verbs; the launcher explains it and carries it out before there is a framework.
final class RunVerb implements Verb {
    @Override
    public CommandSpec spec() {
        CommandSpec spec = Options.command("run", "vinculum run ...", "vinculum run --help");
        spec.usageMessage().description("Runs the platform and keeps it running.");
        spec.parser().unmatchedArgumentsAllowed(true);
        return spec;
    }

    @Override
    public int run(ParseResult given, Terminal terminal) {
        throw new UsageException("the platform is running already; 'run' is for ./vinculum itself");
    }
}
