package org.vinculum.devicetree.overlay;

import org.vinculum.devicetree.model.Node;
import org.vinculum.devicetree.model.Property;

/// Makes the labels of an overlay labels of the base, so that further overlays can refer to them.
final class Symbols {
    private static final String CHANGES = "/__overlay__";

    private final Overlay overlay;
    private final Base base;

    Symbols(Overlay overlay, Base base) {
        this.overlay = overlay;
        this.base = base;
    }

    void append() {
        overlay.special("__symbols__")
                .ifPresent(symbols -> {
                    Node all = base.childOrNew(base.tree().root(), "__symbols__");
                    symbols.properties().forEach(symbol -> append(all, symbol));
                });
    }

    private void append(Node all, Property symbol) {
        Place place = overlay.at("/__symbols__ " + symbol.name());
        String path = symbol.string();
        if (!path.startsWith("/") || path.length() != symbol.length() - 1) {
            throw place.fault("one absolute path", symbol.text());
        }
        int slash = path.indexOf('/', 1);
        if (slash < 0 || !isChange(path.substring(slash))) {
            return;
        }
        String name = path.substring(1, slash);
        Node fragment =
                overlay.names()
                        .child(overlay.root(), name)
                        .orElseThrow(() -> place.fault("a fragment " + name, "none"));
        if (Overlay.changes(fragment).isEmpty()) {
            throw place.fault("a fragment " + name + " with an __overlay__", "one without");
        }
        String target = Target.required(fragment, base, place).path();
        String below = path.substring(Math.min(path.length(), slash + CHANGES.length() + 1));
        base.set(
                all,
                Property.strings(symbol.name(), (target.length() > 1 ? target : "") + "/" + below));
    }

    // A label of something else, of a fragment say, is nothing the base could have.
    private static boolean isChange(String rest) {
        return rest.equals(CHANGES) || rest.startsWith(CHANGES + "/");
    }
}
