package org.vinculum.acpi.iort.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.core.util.Separators.Spacing;
import java.io.IOException;

/// Puts one member on a line, and an object without objects on one line: a table's mappings can be read as the table they
/// are.
final class FlatLayout extends DefaultPrettyPrinter {
    private static final long serialVersionUID = 1L;

    // How deep the present place is in a value that stands on one line; 0 outside of one.
    private int depth;

    FlatLayout() {
        super(Separators.createDefaultInstance().withObjectFieldValueSpacing(Spacing.AFTER));
        indentObjectsWith(new DefaultIndenter("  ", "\n"));
        indentArraysWith(new DefaultIndenter("  ", "\n"));
    }

    private FlatLayout(FlatLayout other) {
        super(other);
    }

    @Override
    public DefaultPrettyPrinter createInstance() {
        return new FlatLayout(this);
    }

    /// A value starts.
    void enter() {
        depth += depth > 0 ? 1 : 0;
    }

    /// A value starts that stays on the line.
    void enterFlat() {
        depth++;
    }

    /// A value has ended.
    void leave() {
        depth -= depth > 0 ? 1 : 0;
    }

    @Override
    public void beforeObjectEntries(JsonGenerator json) throws IOException {
        if (depth == 0) {
            super.beforeObjectEntries(json);
        }
    }

    @Override
    public void writeObjectEntrySeparator(JsonGenerator json) throws IOException {
        if (depth > 0) {
            json.writeRaw(", ");
        } else {
            super.writeObjectEntrySeparator(json);
        }
    }

    @Override
    public void beforeArrayValues(JsonGenerator json) throws IOException {
        if (depth == 0) {
            super.beforeArrayValues(json);
        }
    }

    @Override
    public void writeArrayValueSeparator(JsonGenerator json) throws IOException {
        if (depth > 0) {
            json.writeRaw(", ");
        } else {
            super.writeArrayValueSeparator(json);
        }
    }

    @Override
    public void writeEndObject(JsonGenerator json, int entries) throws IOException {
        if (depth == 0) {
            super.writeEndObject(json, entries);
        } else {
            _nesting--;
            json.writeRaw('}');
        }
    }

    @Override
    public void writeEndArray(JsonGenerator json, int values) throws IOException {
        if (depth == 0) {
            super.writeEndArray(json, values);
        } else {
            _nesting--;
            json.writeRaw(']');
        }
    }
}
