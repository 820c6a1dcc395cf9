package org.vinculum.acpi.iort.json;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.vinculum.acpi.model.IdMapping;
import org.vinculum.acpi.model.TableArray;

/// ID mappings as JSON: `length` says how many IDs, where a table stores one less.
final class MappingForm {
    static final String NAME = "mappings";

    private static final long MAX_LENGTH = 1L << 32;

    private MappingForm() {}

    static void write(List<IdMapping> mappings, JsonOutput json, Labels labels) throws IOException {
        if (mappings.isEmpty()) {
            return;
        }
        json.startArray(NAME);
        for (IdMapping mapping : mappings) {
            json.startFlat();
            writeRange(mapping, json);
            json.hex("outputBase", mapping.outputBase());
            json.text("output", labels.reference(mapping.outputReference()));
            json.flag("single", mapping.single());
            json.wordUnlessZero("reservedFlags", mapping.flags() & ~IdMapping.SINGLE);
            json.end();
        }
        json.endArray();
    }

    // In a single mapping the range has no meaning, so that only an odd one is worth a word.
    private static void writeRange(IdMapping mapping, JsonOutput json) throws IOException {
        if (!mapping.single() || mapping.inputBase() != 0) {
            json.hex("inputBase", mapping.inputBase());
        }
        if (!mapping.single() || mapping.length() != 1) {
            json.number("length", mapping.length());
        }
    }

    static TableArray<IdMapping> read(ObjectReader node, References references) {
        List<IdMapping> mappings = new ArrayList<>();
        for (ObjectReader mapping : node.objects(NAME, "an ID mapping")) {
            mappings.add(readOne(mapping, references));
        }
        return TableArray.of(mappings);
    }

    private static IdMapping readOne(ObjectReader mapping, References references) {
        boolean single = mapping.flag("single");
        long inputBase = mapping.hex("inputBase", Integer.SIZE, 0);
        long length =
                single
                        ? mapping.number("length", 1, MAX_LENGTH, 1)
                        : mapping.number("length", 1, MAX_LENGTH);
        long outputBase = mapping.hex("outputBase", Integer.SIZE, 0);
        long output = references.read(mapping, "output");
        int flags = Flags.read(mapping, "reservedFlags", IdMapping.SINGLE);
        mapping.refuseOthers();
        return new IdMapping(
                inputBase, length - 1, outputBase, output, flags | (single ? IdMapping.SINGLE : 0));
    }
}
