package org.vinculum.devicetree.source;

import java.nio.charset.StandardCharsets;

/// Makes the node pair that carries a plugin's changes to a node of another tree (DTSpec 0.4 says nothing of it; the
/// form is that of dtc and of the Linux overlay notes).
final class Fragments {
    private Fragments() {}

    /// Adds `fragment@N` with its target and gives its empty `__overlay__`.
    static SourceNode add(SourceTree tree, String target, Place place) {
        String name = "fragment@" + tree.nextFragment();
        SourceNode fragment = new SourceNode(name, place, tree.root());
        SourceNode old = tree.root().child(name);
        if (old != null) {
            throw place.expected("a free name for the fragment", old.path() + " in use");
        }
        tree.root().add(fragment);
        fragment.add(targetOf(tree, target, place));
        SourceNode overlay = new SourceNode("__overlay__", place, fragment);
        fragment.add(overlay);
        tree.budget().takeItem(place);
        tree.budget().takeItem(place);
        return overlay;
    }

    private static SourceProperty targetOf(SourceTree tree, String target, Place place) {
        ValueBuilder value = new ValueBuilder(tree.budget());
        if (target.startsWith("/")) {
            value.addString(target.getBytes(StandardCharsets.ISO_8859_1), place);
            return new SourceProperty("target-path", place, value.build());
        }
        value.addPhandle(target, place);
        return new SourceProperty("target", place, value.build());
    }
}
