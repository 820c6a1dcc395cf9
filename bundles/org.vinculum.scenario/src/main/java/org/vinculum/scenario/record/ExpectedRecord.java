package org.vinculum.scenario.record;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.vinculum.smmu.spec.Words;

/// A record that a queue must hold; only the fields that are named count.
///
/// @param values in the order of the file
/// @param rememberStag the name under which the record's STAG is remembered
public record ExpectedRecord(Map<RecordField, Long> values, Optional<String> rememberStag) {
    public ExpectedRecord {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    public boolean matches(Words record) {
        for (Map.Entry<RecordField, Long> wanted : values.entrySet()) {
            if (wanted.getKey().in(record) != wanted.getValue()) {
                return false;
            }
        }
        return true;
    }

    /// The fields that count with the values of a record.
    public String of(Words record) {
        StringBuilder text = new StringBuilder();
        for (RecordField field : values.keySet()) {
            append(field, field.in(record), text);
        }
        return text.toString();
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        values.forEach((field, value) -> append(field, value, text));
        return text.toString();
    }

    private static void append(RecordField field, long value, StringBuilder text) {
        text.append(text.isEmpty() ? "" : " ");
        text.append(field.key()).append(' ').append(field.text(value));
    }
}
