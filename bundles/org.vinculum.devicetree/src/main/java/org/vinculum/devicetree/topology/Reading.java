package org.vinculum.devicetree.topology;

import java.util.HashMap;
import java.util.Map;
import org.vinculum.devicetree.model.DeviceTree;
import org.vinculum.devicetree.model.Node;
import org.vinculum.devicetree.model.view.TreeIndex;
import org.vinculum.firmware.Severity;
import org.vinculum.firmware.UnreadableInputException;

/// What one reading of one tree shares: the index, the paths made so far, and where findings go.
final class Reading {
    /// The most characters of all paths together that a platform may hold: long names at great depth could ask for gigabytes.
    static final int MOST_PATH_TEXT = 32 << 20;

    /// The most streams and map entries of all devices together: a thousand times what the largest machines have.
    static final int MOST_IDS = 1 << 20;

    private final String file;
    private final TreeIndex index;
    private final boolean overlay;
    private final FindingLog log = new FindingLog();
    private final Map<Node, String> paths = new HashMap<>();
    private long pathText;
    private long ids;

    Reading(String file, DeviceTree tree) {
        this.file = file;
        this.index = TreeIndex.of(tree);
        this.overlay = tree.plugin() || Overlay.looksLike(tree.root());
    }

    TreeIndex index() {
        return index;
    }

    /// Whether this is an overlay, whose references and cell counts are settled only in the tree it is applied to.
    boolean overlay() {
        return overlay;
    }

    FindingLog log() {
        return log;
    }

    void error(String code, Node node, String message) {
        log.add(code, Severity.ERROR, () -> path(node), message);
    }

    void error(String code, Node node, String property, String message) {
        log.add(code, Severity.ERROR, () -> place(node, property), message);
    }

    void warning(String code, Node node, String message) {
        log.add(code, Severity.WARNING, () -> path(node), message);
    }

    void warning(String code, Node node, String property, String message) {
        log.add(code, Severity.WARNING, () -> place(node, property), message);
    }

    void note(String code, Node node, String message) {
        log.add(code, Severity.NOTE, () -> path(node), message);
    }

    void note(String code, Node node, String property, String message) {
        log.add(code, Severity.NOTE, () -> place(node, property), message);
    }

    /// Counts what a platform will hold.
    ///
    /// @throws UnreadableInputException when it is more than [#MOST_IDS]
    void countIds(int more) {
        ids += more;
        if (ids > MOST_IDS) {
            throw UnreadableInputException.of(
                    file, "at most " + MOST_IDS + " streams and map entries", "more");
        }
    }

    String path(Node node) {
        return paths.computeIfAbsent(node, this::newPath);
    }

    /// Path and property, as findings name a place; a colon stands in no node name (DTSpec 0.4, 2.2.1).
    private String place(Node node, String property) {
        return path(node) + ":" + property;
    }

    private String newPath(Node node) {
        String path = node.path();
        pathText += path.length();
        if (pathText > MOST_PATH_TEXT) {
            throw UnreadableInputException.of(
                    file,
                    "at most " + MOST_PATH_TEXT + " characters in the paths that matter",
                    "more");
        }
        return path;
    }
}
