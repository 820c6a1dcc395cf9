package org.vinculum.acpi.iort.json;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.vinculum.acpi.model.ItsGroup;
import org.vinculum.acpi.model.TableArray;

/// An ITS group as JSON.
final class ItsGroupForm implements NodeForm<ItsGroup> {
    static final String IDENTIFIERS = "itsIdentifiers";

    @Override
    public void write(ItsGroup node, JsonOutput json, Labels labels) throws IOException {
        json.words(IDENTIFIERS, node.identifiers().entries());
    }

    @Override
    public ItsGroup read(NodeSource source) {
        return new ItsGroup(source.head(0), identifiers(source.members()), source.mappings());
    }

    private static TableArray<Integer> identifiers(ObjectReader node) {
        List<Integer> identifiers = new ArrayList<>();
        for (JsonValue value : node.elements(IDENTIFIERS)) {
            if (!(value instanceof JsonValue.Whole number) || number.value() >>> 32 != 0) {
                throw node.mistake(value, "the identifier of an ITS, a number up to 4294967295");
            }
            identifiers.add((int) number.value());
        }
        return TableArray.of(identifiers);
    }
}
