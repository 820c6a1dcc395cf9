package org.vinculum.devicetree.overlay;

import java.util.Optional;
import org.vinculum.devicetree.model.Node;
import org.vinculum.devicetree.model.Property;

/// Where a fragment goes: the node of the base and the path that symbols below it get.
record Target(Node node, String path) {
    /// @return empty when the fragment names a node that the base does not have
    static Optional<Target> of(Node fragment, Base base, Place place) {
        Optional<Property> target = fragment.property("target");
        if (target.isPresent() && target.get().length() != 4) {
            throw place.fault("a target of four bytes", target.get().length() + " bytes");
        }
        int phandle = target.map(p -> p.cell(0)).orElse(0);
        if (phandle == -1) {
            throw place.fault("a target with a fixup", "the unresolved 0xffffffff");
        }
        if (phandle != 0) {
            return base.phandles().node(phandle).map(n -> new Target(n, n.path()));
        }
        Optional<String> path = fragment.property("target-path").map(Property::string);
        if (path.isEmpty()) {
            throw place.fault("a target or a target-path", "neither");
        }
        return base.names().path(path.get()).map(n -> new Target(n, path.get()));
    }

    static Target required(Node fragment, Base base, Place place) {
        return of(fragment, base, place)
                .orElseThrow(() ->
                        place.fault(
                                "a target in " + base.name(), "no node for " + named(fragment)));
    }

    private static String named(Node fragment) {
        return fragment.property("target")
                .filter(p -> p.cell(0) != 0)
                .or(() -> fragment.property("target-path"))
                .map(p -> p.name() + " " + p.text())
                .orElse("it");
    }
}
