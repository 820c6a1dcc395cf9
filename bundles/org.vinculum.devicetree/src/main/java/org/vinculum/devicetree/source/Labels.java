package org.vinculum.devicetree.source;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/// The labels of one node or property. A later one goes to the front, and one that comes back after deletion to where
/// it stood: that order is the order of `__symbols__`.
final class Labels {
    private LinkedHashMap<String, Boolean> alive;

    /// Puts labels written before one definition, the last one first, so that they keep their order.
    void addDefined(List<String> written) {
        for (int i = written.size() - 1; i >= 0; i--) {
            add(written.get(i));
        }
    }

    /// Puts labels of a further definition, the first one first, so that their order turns around.
    void addMerged(List<String> written) {
        for (String label : new Labels(written).live()) {
            add(label);
        }
    }

    Labels() {}

    private Labels(List<String> written) {
        addDefined(written);
    }

    private void add(String label) {
        if (alive == null) {
            alive = new LinkedHashMap<>(4);
        }
        if (alive.replace(label, true) == null) {
            alive.putFirst(label, true);
        }
    }

    void delete() {
        if (alive != null) {
            alive.replaceAll((label, was) -> false);
        }
    }

    /// Whether there are labels or once were.
    boolean hadAny() {
        return alive != null;
    }

    List<String> live() {
        if (alive == null) {
            return List.of();
        }
        List<String> live = new ArrayList<>(alive.size());
        alive.forEach((label, is) -> {
            if (is) {
                live.add(label);
            }
        });
        return live;
    }
}
