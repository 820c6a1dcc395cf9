package org.vinculum.commands.line;

import java.util.List;
import org.vinculum.commands.print.Terminal;
import org.vinculum.commands.verb.ExitCode;
import org.vinculum.commands.verb.Options;
import org.vinculum.commands.verb.UsageException;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/// One command line: parsed, then help, version or a verb.
final class Invocation {
    private static final String[] HELP = {"--help"};

    private final String version;
    private final VerbTable verbs;
    private final Terminal terminal;

    Invocation(String version, VerbTable verbs, Terminal terminal) {
        this.version = version;
        this.verbs = verbs;
        this.terminal = terminal;
    }

    int run(String[] words) {
        CommandLine line = line(words);
        ParseResult given = line.parseArgs(words.length == 0 ? HELP : words);
        ParseResult innermost = given;
        while (innermost.hasSubcommand()) {
            innermost = innermost.subcommand();
        }
        if (innermost.isUsageHelpRequested()) {
            return help(innermost.commandSpec(), words.length == 0);
        }
        if (given.isVersionHelpRequested()) {
            terminal.result(terminal.page().text("vinculum " + version).line());
            return ExitCode.DONE;
        }
        if (!given.hasSubcommand()) {
            throw new UsageException("a verb is missing; 'vinculum --help' lists them");
        }
        ParseResult verb = given.subcommand();
        return verbs.verb(verb.commandSpec().name()).run(verb, terminal);
    }

    // Only the verb asked for is described, unless there is none: then the user gets them all, or
    // the nearest.
    private CommandLine line(String[] words) {
        CommandSpec root = root();
        boolean known = words.length > 0 && VerbTable.NAMES.contains(words[0]);
        for (String name : known ? List.of(words[0]) : VerbTable.NAMES) {
            root.addSubcommand(name, verbs.verb(name).spec());
        }
        return new CommandLine(root).setExpandAtFiles(false);
    }

    private static CommandSpec root() {
        CommandSpec root =
                Options.command("vinculum", "vinculum VERB ...", "vinculum inspect board.dtb");
        root.usageMessage()
                .description("Binds passthrough devices to the virtual SMMUv3 of a guest on Arm.")
                .commandListHeading("%n")
                .exitCodeListHeading("%nExit codes:%n");
        root.usageMessage().exitCodeList(RootHelp.exitCodes());
        return root.addOption(Options.help())
                .addOption(
                        OptionSpec.builder("--version")
                                .versionHelp(true)
                                .type(boolean.class)
                                .description("show the version")
                                .build());
    }

    private int help(CommandSpec spec, boolean asMistake) {
        Help.Ansi ansi = terminal.colour() && !asMistake ? Help.Ansi.ON : Help.Ansi.OFF;
        String text = spec.commandLine().getUsageMessage(ansi);
        if (asMistake) {
            text.lines().forEach(terminal::diagnose);
            return ExitCode.UNUSABLE;
        }
        terminal.result(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        return ExitCode.DONE;
    }
}
