package org.vinculum.acpi.iort.json;

import java.io.IOException;
import org.vinculum.acpi.model.Pmcg;

/// A performance monitor counter group as JSON.
final class PmcgForm implements NodeForm<Pmcg> {
    @Override
    public void write(Pmcg node, JsonOutput json, Labels labels) throws IOException {
        json.text("node", labels.reference(node.nodeReference()));
        json.hex("page0", node.page0());
        json.hexUnlessZero("page1", node.page1());
        json.numberUnlessZero("overflowGsiv", node.overflowGsiv());
    }

    @Override
    public Pmcg read(NodeSource source) {
        ObjectReader node = source.members();
        long page1 = node.hex("page1", Long.SIZE, 0);
        return new Pmcg(
                source.head(page1 == 0 ? 0 : 1),
                node.hex("page0", Long.SIZE),
                node.number("overflowGsiv", 0, 0xffff_ffffL, 0),
                source.references().read(node, "node"),
                page1,
                source.mappings());
    }
}
