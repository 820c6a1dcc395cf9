package org.vinculum.commands.files;

import java.nio.file.Path;
import org.vinculum.commands.print.Terminal;

/// Where a verb's one result is written to: a file, or standard output for `-`.
public final class Output {
    private Output() {}

    /// @param out as the user gave it
    /// @throws UnwritableOutputException when the system refuses; nothing has been changed then
    /// @throws org.vinculum.commands.verb.UsageException when it is one of the inputs
    public static void write(String out, byte[] content, Inputs inputs, Terminal terminal) {
        if (out.equals(Inputs.STANDARD)) {
            terminal.result(content);
            return;
        }
        Path target = inputs.path(out);
        WholeFiles.refuseInputs(target, inputs);
        WholeFiles.write(target, content);
    }
}
