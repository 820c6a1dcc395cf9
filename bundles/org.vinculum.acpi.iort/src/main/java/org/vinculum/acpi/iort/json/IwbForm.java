package org.vinculum.acpi.iort.json;

import java.io.IOException;
import org.vinculum.acpi.model.Iwb;

/// A GICv5 interrupt wire bridge as JSON.
final class IwbForm implements NodeForm<Iwb> {
    @Override
    public void write(Iwb node, JsonOutput json, Labels labels) throws IOException {
        json.text("name", node.name());
        json.hex("base", node.base());
        json.number("index", node.index());
    }

    @Override
    public Iwb read(NodeSource source) {
        ObjectReader node = source.members();
        return new Iwb(
                source.head(0),
                node.hex("base", Long.SIZE),
                (int) node.number("index", 0, 0xffff),
                node.name("name"),
                source.mappings());
    }
}
