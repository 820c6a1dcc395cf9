package org.vinculum.commands;

import java.util.Optional;
import java.util.function.ToIntFunction;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.vinculum.commands.line.Commands;
import org.vinculum.commands.print.LostResults;
import org.vinculum.commands.print.Terminal;
import org.vinculum.commands.verb.ExitCode;
import org.vinculum.commands.verb.Installed;

/// Where the launcher hands over: the words of the command line in, the exit code out.
@Component(
        name = "org.vinculum.commands.line",
        service = ToIntFunction.class,
        property = "vinculum.entry=command-line")
public final class CommandLineEntry implements ToIntFunction<String[]> {
    private final Commands commands;

    @Activate
    public CommandLineEntry(@Reference Installed installed, BundleContext context) {
        commands = Wiring.commands(installed, context);
    }

    @Override
    public int applyAsInt(String[] words) {
        Terminal terminal = Terminal.ofProcess();
        int exit = commands.run(words, terminal);
        return terminal.hasLostResults() ? afterLoss(exit, terminal) : exit;
    }

    private static int afterLoss(int exit, Terminal terminal) {
        Optional<String> reason = LostResults.reason();
        reason.ifPresent(
                r -> terminal.diagnose("vinculum: standard output cannot be written: " + r));
        return reason.isPresent() ? ExitCode.UNUSABLE : exit;
    }
}
