package org.vinculum.devicetree.overlay;

import java.util.Optional;
import org.vinculum.devicetree.model.Node;
import org.vinculum.devicetree.model.Property;

/// Fills in the phandles of labels of the base: `__fixups__` says where they go, the base's `__symbols__` who has them.
final class LabelFixups {
    private final Overlay overlay;
    private final Base base;

    LabelFixups(Overlay overlay, Base base) {
        this.overlay = overlay;
        this.base = base;
    }

    void apply() {
        overlay.special("__fixups__").ifPresent(fixups -> fixups.properties().forEach(this::label));
    }

    private void label(Property fixups) {
        Place place = overlay.at("/__fixups__ " + fixups.name());
        if (fixups.length() == 0 || fixups.byteAt(fixups.length() - 1) != 0) {
            throw place.fault("strings, each ended by a NUL", fixups.length() + " bytes without");
        }
        int phandle = phandle(fixups.name(), place);
        for (String fixup : fixups.strings()) {
            patch(Fixup.parse(fixup, place), phandle, place);
        }
    }

    private int phandle(String label, Place place) {
        Optional<String> path = base.symbol(label);
        if (path.isEmpty()) {
            throw place.fault("a label " + label + " in __symbols__ of " + base.name(), "none");
        }
        Optional<Node> node = base.names().path(path.get());
        if (node.isEmpty()) {
            throw place.fault(
                    "a node " + path.get() + " in " + base.name() + " for " + label, "none");
        }
        int phandle = Phandles.of(node.get());
        if (phandle == 0) {
            throw place.fault(
                    "a phandle of " + path.get() + " in " + base.name() + " for " + label, "none");
        }
        return phandle;
    }

    private void patch(Fixup fixup, int phandle, Place place) {
        Optional<Node> node = overlay.names().path(fixup.path());
        if (node.isEmpty()) {
            throw place.fault("a node " + fixup.path() + " in the overlay", "none");
        }
        Optional<Property> property = node.get().property(fixup.property());
        if (property.isEmpty()) {
            throw place.fault("a property " + fixup.property() + " of " + fixup.path(), "none");
        }
        if (fixup.offset() + 4 > property.get().length()) {
            throw place.fault(
                    "an offset inside the value of "
                            + property.get().length()
                            + " bytes of "
                            + fixup.path()
                            + " "
                            + fixup.property(),
                    Long.toString(fixup.offset()));
        }
        overlay.patch(node.get(), fixup.property(), (int) fixup.offset(), phandle);
    }
}
