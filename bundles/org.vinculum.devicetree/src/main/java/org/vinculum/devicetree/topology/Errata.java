package org.vinculum.devicetree.topology;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import org.vinculum.devicetree.model.Node;

/// What the SMMUv3 binding lets a node say about deviations of its implementation.
final class Errata {
    /// Only the first register page is there; the registers of the second are in it.
    static final String ONE_PAGE = "cavium,cn9900-broken-page1-regspace";

    private static final Set<String> KNOWN = Set.of("hisilicon,broken-prefetch-cmd", ONE_PAGE);

    private Errata() {}

    /// The flags of a node, ordered by name.
    static Set<String> of(Node node) {
        Set<String> errata = new TreeSet<>();
        for (String flag : KNOWN) {
            if (node.has(flag)) {
                errata.add(flag);
            }
        }
        return Collections.unmodifiableSet(errata);
    }
}
