package org.vinculum.commands.line;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.IntSupplier;
import org.vinculum.binding.BindingRefusedException;
import org.vinculum.commands.files.UnwritableOutputException;
import org.vinculum.commands.print.Terminal;
import org.vinculum.commands.verb.ExitCode;
import org.vinculum.commands.verb.Installed;
import org.vinculum.commands.verb.MissingPartException;
import org.vinculum.commands.verb.UsageException;
import org.vinculum.commands.verb.Verb;
import org.vinculum.firmware.UnreadableInputException;
import picocli.CommandLine.ParameterException;

/// Turns the words of a command line into one verb's work, and whatever comes of it into an exit code and a sentence.
public final class Commands {
    private final String version;
    private final Installed installed;
    private final Path reports;
    private final Path distribution;

    /// @param version what `--version` says
    /// @param reports the folder for reports of our own failures
    /// @param distribution the folder of the distribution
    public Commands(String version, Installed installed, Path reports, Path distribution) {
        this.version = version;
        this.installed = installed;
        this.reports = reports;
        this.distribution = distribution;
    }

    /// Runs one command; never throws, whatever the words or the files are.
    ///
    /// @return an [ExitCode]
    public int run(String[] words, Terminal terminal) {
        VerbTable verbs = new VerbTable(installed, distribution);
        return guarded(() -> new Invocation(version, verbs, terminal).run(words), words, terminal);
    }

    /// Runs a command that a shell has and the command line has not.
    ///
    /// @param words what follows its name
    /// @return an [ExitCode]
    public int run(Verb ofShell, String[] words, Terminal terminal) {
        return guarded(() -> ShellInvocation.run(ofShell, words, terminal), words, terminal);
    }

    private int guarded(IntSupplier work, String[] words, Terminal terminal) {
        try {
            return work.getAsInt();
        } catch (ParameterException mistake) {
            UsageMistake.explain(mistake, terminal);
        } catch (UsageException | UnreadableInputException | UnwritableOutputException mistake) {
            terminal.diagnose("vinculum: " + mistake.getMessage());
        } catch (BindingRefusedException refused) {
            refused.getMessage().lines().forEach(terminal::diagnose);
            return ExitCode.NO;
        } catch (OutOfMemoryError tooLarge) {
            terminal.diagnose("vinculum: " + outOfMemory());
        } catch (Throwable failure) {
            report(failure, words, terminal);
            return ExitCode.FAILED;
        }
        return ExitCode.UNUSABLE;
    }

    private void report(Throwable failure, String[] words, Terminal terminal) {
        terminal.diagnose("vinculum: " + sentence(failure));
        Optional<Path> file = FailureReport.write(reports, failure, version, words);
        terminal.diagnose(
                file.map(f -> "vinculum: a report was written to " + f)
                        .orElse(
                                "vinculum: no report could be written to the folder for temporary"
                                        + " files"));
    }

    private static String sentence(Throwable failure) {
        return switch (failure) {
            case MissingPartException missing -> missing.getMessage();
            default -> "this is our failure, not yours: " + failure;
        };
    }

    private static String outOfMemory() {
        long most = Runtime.getRuntime().maxMemory() >> 20;
        return "the input describes more than fits into the " + most + " MiB that a command has";
    }
}
