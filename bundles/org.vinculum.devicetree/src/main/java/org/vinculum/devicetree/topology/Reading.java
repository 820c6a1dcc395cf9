package org.vinculum.devicetree.topology;

import java.util.HashMap;
import java.util.Map;
import org.vinculum.devicetree.model.DeviceTree;
import org.vinculum.devicetree.model.Node;
import org.vinculum.devicetree.model.view.TreeIndex;
import org.vinculum.firmware.Finding;
import org.vinculum.firmware.UnreadableInputException;

/// What one reading of one tree shares: the index, the paths made so far, and where findings go.
final class Reading {
    /// The most characters of all paths together that a platform may hold: long names at great depth could ask for gigabytes.
    static final int MOST_PATH_TEXT = 32 << 20;

    private final String file;
    private final TreeIndex index;
    private final boolean overlay;
    private final FindingLog log = new FindingLog();
    private final Map<Node, String> paths = new HashMap<>();
    private long pathText;

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

    void error(String code, String place, String message) {
        log.add(Finding.error(code, place, message));
    }

    void warning(String code, String place, String message) {
        log.add(Finding.warning(code, place, message));
    }

    void note(String code, String place, String message) {
        log.add(Finding.note(code, place, message));
    }

    String path(Node node) {
        return paths.computeIfAbsent(node, this::newPath);
    }

    /// Path and property, as findings name a place; a colon stands in no node name (DTSpec 0.4, 2.2.1).
    String place(Node node, String property) {
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
