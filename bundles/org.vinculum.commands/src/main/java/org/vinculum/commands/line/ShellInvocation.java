package org.vinculum.commands.line;

import java.nio.charset.StandardCharsets;
import org.vinculum.commands.print.Terminal;
import org.vinculum.commands.verb.ExitCode;
import org.vinculum.commands.verb.Verb;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.ParseResult;

/// One command of a shell, which has found it by its name already: parsed, then help or its work.
final class ShellInvocation {
    private ShellInvocation() {}

    static int run(Verb verb, String[] words, Terminal terminal) {
        CommandLine line = new CommandLine(verb.spec()).setExpandAtFiles(false);
        ParseResult given = line.parseArgs(words);
        if (given.isUsageHelpRequested()) {
            Help.Ansi ansi = terminal.colour() ? Help.Ansi.ON : Help.Ansi.OFF;
            terminal.result(line.getUsageMessage(ansi).getBytes(StandardCharsets.UTF_8));
            return ExitCode.DONE;
        }
        return verb.run(given, terminal);
    }
}
