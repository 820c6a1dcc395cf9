package org.vinculum.acpi.iort.json;

import java.io.IOException;
import org.vinculum.acpi.model.NamedComponent;

/// A named component as JSON.
final class NamedComponentForm implements NodeForm<NamedComponent> {
    private static final int MAX_PASID_BITS = 0x1f;
    private static final int KNOWN_FLAGS = NamedComponent.STALL_SUPPORTED | MAX_PASID_BITS << 1;

    @Override
    public void write(NamedComponent node, JsonOutput json, Labels labels) throws IOException {
        json.text("name", node.name());
        json.flag("stall", node.stallSupported());
        json.numberUnlessZero("pasidBits", node.pasidBits());
        json.wordUnlessZero("reservedFlags", node.flags() & ~KNOWN_FLAGS);
        MemoryForm.write(node.memory(), json);
        json.numberUnlessZero("addressLimit", node.addressLimit());
    }

    @Override
    public NamedComponent read(NodeSource source) {
        ObjectReader node = source.members();
        int pasidBits = (int) node.number("pasidBits", 0, MAX_PASID_BITS, 0);
        int flags =
                Flags.bit(NamedComponent.STALL_SUPPORTED, node.flag("stall"))
                        | pasidBits << 1
                        | Flags.read(node, "reservedFlags", KNOWN_FLAGS);
        return new NamedComponent(
                source.head(0),
                flags,
                MemoryForm.read(node),
                (int) node.number("addressLimit", 0, 0xff, 0),
                node.name("name"),
                source.mappings());
    }
}
