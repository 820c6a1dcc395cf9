package org.vinculum.commands;

import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.vinculum.commands.line.Commands;
import org.vinculum.commands.print.Terminal;
import org.vinculum.commands.verb.Installed;

/// The verbs in the Gogo shell (OSGi enRoute's conventions: scope and function as service properties), so that
/// `vinculum:check` says there what `vinculum check` says outside.
@Component(
        name = "org.vinculum.commands.shell",
        service = ShellCommands.class,
        property = {
            "osgi.command.scope=vinculum",
            "osgi.command.function=inspect",
            "osgi.command.function=check",
            "osgi.command.function=bind",
            "osgi.command.function=dom0",
            "osgi.command.function=dt",
            "osgi.command.function=iort",
            "osgi.command.function=replay",
            "osgi.command.function=models",
            "osgi.command.function=bench",
            "osgi.command.function=linux"
        })
public final class ShellCommands {
    private final Commands commands;

    @Activate
    public ShellCommands(@Reference Installed installed, BundleContext context) {
        commands = Wiring.commands(installed, context);
    }

    public void inspect(String... words) {
        run("inspect", words);
    }

    public void check(String... words) {
        run("check", words);
    }

    public void bind(String... words) {
        run("bind", words);
    }

    public void dom0(String... words) {
        run("dom0", words);
    }

    public void dt(String... words) {
        run("dt", words);
    }

    public void iort(String... words) {
        run("iort", words);
    }

    public void replay(String... words) {
        run("replay", words);
    }

    public void models(String... words) {
        run("models", words);
    }

    public void bench(String... words) {
        run("bench", words);
    }

    public void linux(String... words) {
        run("linux", words);
    }

    private void run(String verb, String[] words) {
        String[] all = new String[words.length + 1];
        all[0] = verb;
        System.arraycopy(words, 0, all, 1, words.length);
        commands.run(all, Terminal.ofShell());
    }
}
