package org.vinculum.commands.verb;

import org.vinculum.commands.print.Terminal;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/// One word of the command line: what it accepts, how it explains itself, what it does.
public interface Verb {
    /// A fresh description of options, parameters and help text.
    CommandSpec spec();

    /// Does the work.
    ///
    /// @param given what the user wrote, checked against [#spec()]
    /// @return an [ExitCode]
    int run(ParseResult given, Terminal terminal);
}
