package org.vinculum.launcher.run;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// What the user says after `run`.
///
/// @param features to start, as named or else all that make sense here
/// @param named whether the user named them
record RunOptions(boolean help, List<String> features, boolean named, Path folder) {
    static final String USAGE =
            """
            Usage: vinculum run [--features A,B] [DIR]

            Runs the platform in DIR (vinculum-run in the working directory when left out), until it is interrupted
            or the shell ends. Only one run uses a DIR at a time.

              DIR/deploy    bundles: a jar copied here is installed and started, replaced when it changes, and
                            removed when it is deleted. The folder is yours alone (mode 0700); a bundle is code
                            that runs with your rights, so its SHA-256 is logged.
              DIR/etc       configuration: PID.config files, read when they change, never written
              DIR/host.*    the host's description, a DTB, a DTS or an IORT: its SMMUs and its memory become a
                            machine under a hypervisor, with dom0 on it
              DIR/guests    guests of that machine: a NAME.cfg copied here is bound and becomes a domain, changes
                            with its file and goes with it. NAME.out holds what bind writes, NAME.refused.txt
                            why there is no such domain.
              DIR/console.secret  the password of the web console, which is on the loopback address; the user is
                            vinculum, the log says where

              --features A,B   start these features instead of all but vendor, which is an example. The shell
                               starts on a terminal only.
              -h, --help       this text

            Exit codes: 0 ended by the shell, 2 wrong arguments or a DIR that cannot be used, 3 the start did not
            finish, 130 interrupted.

            Example: run on a board's folder and add a bundle from a second terminal
              vinculum run --features core,shell board
              cp vendor-id-mapper-1.0.jar board/deploy/
            """;

    RunOptions {
        features = List.copyOf(features);
    }

    /// @throws UnusableRunException when the arguments are not understood
    static RunOptions parse(List<String> arguments) {
        List<String> features = null;
        List<String> operands = new ArrayList<>();
        boolean help = false;
        boolean optionsEnded = false;
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            if (optionsEnded || !argument.startsWith("-")) {
                operands.add(argument);
            } else if (argument.equals("--")) {
                optionsEnded = true;
            } else if (argument.equals("-h") || argument.equals("--help")) {
                help = true;
            } else if (argument.startsWith("--features=")) {
                features = list(argument.substring("--features=".length()));
            } else if (argument.equals("--features") && i + 1 < arguments.size()) {
                features = list(arguments.get(++i));
            } else {
                throw new UnusableRunException(unknown(argument));
            }
        }
        if (operands.size() > 1) {
            throw new UnusableRunException("expected one DIR, found " + String.join(" ", operands));
        }
        return new RunOptions(
                help,
                features == null ? List.of() : features,
                features != null,
                Path.of(operands.isEmpty() ? "vinculum-run" : operands.getFirst()));
    }

    private static String unknown(String argument) {
        return argument.equals("--features")
                ? "--features needs a list of names"
                : "unknown option " + argument + "; see vinculum run --help";
    }

    private static List<String> list(String names) {
        List<String> list = new ArrayList<>();
        for (String name : names.split(",")) {
            if (!name.isBlank()) {
                list.add(name.strip());
            }
        }
        return list;
    }
}
