package org.vinculum.devicetree.overlay;

import org.vinculum.devicetree.model.DeviceTree;
import org.vinculum.devicetree.model.Node;
import org.vinculum.devicetree.model.Overlays.Named;
import org.vinculum.devicetree.model.Property;

/// A base with two labelled nodes, and overlays as `dtc -@` compiles them.
final class Trees {
    private Trees() {}

    /// `/ { a: a@1 { phandle = <5>; x; s {}; }; b: b { phandle = <7>; }; }`
    static Named base() {
        Node root = new Node("");
        Node a = root.add(new Node("a@1"));
        a.set(Property.cells("phandle", 5)).set(Property.empty("x"));
        a.add(new Node("s"));
        root.add(new Node("b")).set(Property.cells("phandle", 7));
        root.add(new Node("__symbols__"))
                .set(Property.strings("a", "/a@1"))
                .set(Property.strings("b", "/b"));
        return new Named("base.dtb", DeviceTree.of(root));
    }

    /// An overlay with one empty fragment for a target path.
    static Named onPath(String path) {
        Named overlay = empty();
        fragment(overlay).set(Property.strings("target-path", path));
        return overlay;
    }

    /// An overlay with one empty fragment for a label.
    static Named onLabel(String label) {
        Named overlay = empty();
        fragment(overlay).set(Property.cells("target", -1));
        fixup(overlay, label, "/fragment@0:target:0");
        return overlay;
    }

    static void fixup(Named overlay, String label, String... places) {
        special(overlay.tree().root(), "__fixups__").set(Property.strings(label, places));
    }

    static Node fragment(Named overlay) {
        return overlay.tree().node("/fragment@0").orElseThrow();
    }

    static Node changes(Named overlay) {
        return fragment(overlay).child("__overlay__").orElseThrow();
    }

    /// `/__local_fixups__/fragment@0/__overlay__`
    static Node localFixups(Named overlay) {
        Node fixups = special(overlay.tree().root(), "__local_fixups__");
        return special(special(fixups, "fragment@0"), "__overlay__");
    }

    static Node special(Node parent, String name) {
        return parent.child(name).orElseGet(() -> parent.add(new Node(name)));
    }

    private static Named empty() {
        Node root = new Node("");
        root.add(new Node("fragment@0")).add(new Node("__overlay__"));
        return new Named("o.dtbo", DeviceTree.of(root));
    }
}
