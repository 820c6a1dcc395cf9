package org.vinculum.devicetree.source;

import org.vinculum.devicetree.model.DeviceTree;
import org.vinculum.firmware.InputFile;
import org.vinculum.firmware.UnreadableInputException;

/// Reads device-tree source into the tree that dtc 1.6.1 would write as a blob.
///
/// Understood is what DTSpec 0.4, 6 describes, and dtc's additions: plugins, integer expressions, references by path,
/// `/delete-node/`, `/omit-if-no-ref/`, `/incbin/`. Of C's preprocessor only the line markers in its output are.
public final class DtsReader {
    private DtsReader() {}

    /// Reads a tree. References are resolved, phandles allocated; a plugin's open references are in `__fixups__`.
    ///
    /// @throws UnreadableInputException with file, line, column, what was expected and what was found
    public static DeviceTree read(InputFile file) {
        return read(file, false);
    }

    /// Reads a tree as dtc does with `-@`: labels are listed in `__symbols__`, every labelled node has a phandle, and a
    /// label is enough to keep a node from `/omit-if-no-ref/`.
    ///
    /// @throws UnreadableInputException with file, line, column, what was expected and what was found
    public static DeviceTree readWithSymbols(InputFile file) {
        return read(file, true);
    }

    private static DeviceTree read(InputFile file, boolean symbols) {
        SourceTree tree = SourceReader.read(file);
        int bootCpu = BootCpu.guess(tree);
        SourceChecks.check(tree);
        NameProperties.remove(tree);
        Phandles phandles = new Phandles(tree);
        phandles.readWritten();
        new References(tree, phandles).resolve();
        removeSuperfluous(tree, symbols);
        if (symbols) {
            new Symbols(tree, phandles).add();
        }
        if (tree.plugin()) {
            new Fixups(tree).add();
        }
        return ModelTree.of(tree, bootCpu);
    }

    private static void removeSuperfluous(SourceTree tree, boolean symbols) {
        tree.forEach(node -> {
            boolean kept = symbols && node.labels().hadAny();
            if (node.isSuperfluous() && !kept) {
                tree.delete(node);
            }
        });
    }
}
