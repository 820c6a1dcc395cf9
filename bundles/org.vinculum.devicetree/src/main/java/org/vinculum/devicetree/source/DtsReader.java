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
        SourceTree tree = SourceReader.read(file);
        int bootCpu = BootCpu.guess(tree);
        SourceChecks.check(tree);
        NameProperties.remove(tree);
        Phandles phandles = new Phandles(tree);
        phandles.readWritten();
        new References(tree, phandles).resolve();
        removeSuperfluous(tree);
        if (tree.plugin()) {
            new Fixups(tree).add();
        }
        return ModelTree.of(tree, bootCpu);
    }

    private static void removeSuperfluous(SourceTree tree) {
        tree.forEach(node -> {
            if (node.isSuperfluous()) {
                tree.delete(node);
            }
        });
    }
}
