package org.vinculum.commands.line;

import java.util.List;
import org.vinculum.commands.print.Terminal;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/// Explains to the user what is wrong with a command line, and what she may have meant.
final class UsageMistake {
    private UsageMistake() {}

    static void explain(ParameterException mistake, Terminal terminal) {
        CommandSpec command = mistake.getCommandLine().getCommandSpec();
        if (mistake instanceof UnmatchedArgumentException unmatched) {
            terminal.diagnose("vinculum: " + unmatched(unmatched, command));
            suggest(unmatched.getSuggestions(), terminal);
        } else {
            terminal.diagnose("vinculum: " + decapitalised(mistake.getMessage()));
        }
        terminal.diagnose("see " + command.qualifiedName() + " --help");
    }

    private static String unmatched(UnmatchedArgumentException mistake, CommandSpec command) {
        String word = "'" + mistake.getUnmatched().getFirst() + "'";
        if (mistake.isUnknownOption()) {
            return "there is no option " + word;
        }
        return command.subcommands().isEmpty()
                ? word + " is one argument too many"
                : "there is no verb " + word;
    }

    // Only the first is near; the rest is there because picocli always gives two.
    private static void suggest(List<String> nearest, Terminal terminal) {
        if (!nearest.isEmpty()) {
            terminal.diagnose("did you mean " + nearest.getFirst() + "?");
        }
    }

    private static String decapitalised(String message) {
        return message.isEmpty()
                ? message
                : Character.toLowerCase(message.charAt(0)) + message.substring(1);
    }
}
