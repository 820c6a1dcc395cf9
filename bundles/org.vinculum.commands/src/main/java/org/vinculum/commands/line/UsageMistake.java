package org.vinculum.commands.line;

import java.util.List;
import org.vinculum.commands.print.Terminal;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/// Explains to the user what is wrong with a command line, and what she may have meant.
final class UsageMistake {
    private UsageMistake() {}

    static void explain(ParameterException mistake, Terminal terminal) {
        for (String line : mistake.getMessage().lines().toList()) {
            terminal.diagnose("vinculum: " + line);
        }
        if (mistake instanceof UnmatchedArgumentException unmatched) {
            List<String> nearest = unmatched.getSuggestions();
            if (!nearest.isEmpty()) {
                terminal.diagnose("Did you mean: " + String.join(" or ", nearest) + "?");
            }
        }
        terminal.diagnose(
                "Help: " + mistake.getCommandLine().getCommandSpec().qualifiedName() + " --help");
    }
}
