package org.vinculum.commands.dt;

import java.nio.file.Path;
import org.vinculum.commands.files.Inputs;
import org.vinculum.commands.files.WholeFiles;
import org.vinculum.commands.print.Terminal;

/// Where a tree is written to: a file, or standard output for `-`.
final class TreeOutput {
    private TreeOutput() {}

    static void write(String out, byte[] content, Inputs inputs, Terminal terminal) {
        if (out.equals(Inputs.STANDARD)) {
            terminal.result(content);
            return;
        }
        Path target = inputs.path(out);
        WholeFiles.refuseInputs(target, inputs);
        WholeFiles.write(target, content);
    }
}
