package org.vinculum.commands.linux;

import org.vinculum.commands.files.Inputs;
import org.vinculum.commands.files.StreamedFile;
import org.vinculum.commands.print.JsonDocument;
import org.vinculum.commands.print.Page;
import org.vinculum.commands.print.Terminal;
import org.vinculum.commands.verb.ExitCode;
import org.vinculum.commands.verb.Installed;
import org.vinculum.commands.verb.Options;
import org.vinculum.commands.verb.Verb;
import org.vinculum.live.LiveGuest;
import org.vinculum.live.LiveGuestDescription;
import org.vinculum.live.LiveGuestRefusedException;
import org.vinculum.live.LiveReport;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/// `linux`: a stock Linux guest in a stock QEMU on an SMMU of ours, until it says what it thinks of it.
public final class LinuxVerb implements Verb {
    private final Installed installed;

    public LinuxVerb(Installed installed) {
        this.installed = installed;
    }

    @Override
    public CommandSpec spec() {
        return LinuxOptions.spec();
    }

    @Override
    public int run(ParseResult given, Terminal terminal) {
        LiveGuest guest = installed.best(LiveGuest.class);
        Inputs inputs = new Inputs(terminal, given);
        LinuxOptions options = new LinuxOptions(given, inputs, installed);
        GuestConsole console =
                new GuestConsole(terminal, !Options.isSet(given, LinuxOptions.QUIET));
        try (StreamedFile trace = options.trace();
                Interruption interruption = Interruption.of(terminal)) {
            LiveGuestDescription asked = options.description(trace.stream());
            LiveReport report = run(guest, asked, console, interruption);
            console.end();
            print(asked, report, Options.isSet(given, Options.JSON), terminal);
            trace.commit();
            return report.passed().orElse(false) ? ExitCode.DONE : ExitCode.NO;
        } catch (InterruptedException e) {
            console.end();
            return interrupted(terminal);
        } catch (LiveGuestRefusedException refused) {
            refused.reasons().forEach(reason -> terminal.diagnose("vinculum: " + reason));
            return ExitCode.UNUSABLE;
        }
    }

    // An end by the user may look like a failure from inside: the emulator heard the same signal.
    private static LiveReport run(
            LiveGuest guest,
            LiveGuestDescription asked,
            GuestConsole console,
            Interruption interruption)
            throws InterruptedException {
        try {
            LiveReport report = guest.run(asked, console);
            if (report.passed().isEmpty() && interruption.asked()) {
                throw new InterruptedException();
            }
            return report;
        } catch (RuntimeException e) {
            if (interruption.asked()) {
                throw new InterruptedException();
            }
            throw e;
        }
    }

    private static int interrupted(Terminal terminal) {
        terminal.diagnose("vinculum: ended by the user, with the guest");
        return ExitCode.INTERRUPTED;
    }

    private static void print(
            LiveGuestDescription asked, LiveReport report, boolean asJson, Terminal terminal) {
        if (asJson) {
            terminal.result(JsonDocument.of(json -> ReportJson.write(asked, report, json)));
        } else {
            Page page = terminal.page();
            ReportPage.print(report, page);
            terminal.result(page);
        }
    }
}
