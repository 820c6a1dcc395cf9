package org.vinculum.scenario.file;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vinculum.scenario.line.Line;
import org.vinculum.scenario.record.EventField;
import org.vinculum.scenario.record.EventType;
import org.vinculum.scenario.record.ExpectedRecord;
import org.vinculum.scenario.record.Permissions;
import org.vinculum.scenario.record.RecordField;
import org.vinculum.scenario.record.RequestField;

/// The lines that say what a queue must hold.
final class RecordLines {
    private RecordLines() {}

    static Line events(Fields fields) {
        return new Line.Events(records("events", fields, EventField.values()));
    }

    static Line pageRequests(Fields fields) {
        return new Line.PageRequests(records("priq", fields, RequestField.values()));
    }

    private static List<ExpectedRecord> records(String key, Fields fields, RecordField[] known) {
        List<ExpectedRecord> records = new ArrayList<>();
        for (Value item : fields.items(key)) {
            Fields members = fields.members(key, item);
            records.add(record(members, known));
            members.end();
        }
        return records;
    }

    private static ExpectedRecord record(Fields members, RecordField[] known) {
        Map<RecordField, Long> values = new LinkedHashMap<>();
        Optional<String> name = Optional.empty();
        for (RecordField field : known) {
            if (members.has(field.key())) {
                Value value = members.take(field.key());
                Optional<String> stag =
                        field == EventField.STAG ? StagNames.name(value) : Optional.empty();
                if (stag.isPresent()) {
                    name = stag;
                } else {
                    values.put(field, number(field, members, value));
                }
            }
        }
        return new ExpectedRecord(values, name);
    }

    private static long number(RecordField field, Fields members, Value value) {
        return switch (field) {
            case EventField.TYPE -> type(members, value);
            case EventField.CLASS -> wordClass(members, value);
            case EventField.SSID, RequestField.SSID -> Substreams.number(members, value);
            case RequestField.PERMISSIONS -> permissions(members, value);
            case RequestField.LAST, RequestField.PRIVILEGED -> flag(field, members, value);
            default -> members.number(field.key(), value, field.width());
        };
    }

    private static long type(Fields members, Value value) {
        if (value instanceof Value.Text(_, String name)) {
            for (EventType type : EventType.values()) {
                if (type.name().equals(name)) {
                    return type.number();
                }
            }
        }
        throw members.wrong("type", value, "the architecture's name of an event");
    }

    private static long wordClass(Fields members, Value value) {
        int number =
                value instanceof Value.Text(_, String word) ? EventField.CLASSES.indexOf(word) : -1;
        if (number < 0) {
            throw members.wrong("class", value, "CD, TT or IN");
        }
        return number;
    }

    private static long permissions(Fields members, Value value) {
        int bits = value instanceof Value.Text(_, String text) ? Permissions.parse(text) : -1;
        if (bits < 0) {
            throw members.wrong("perm", value, "letters of rwx");
        }
        return bits;
    }

    private static long flag(RecordField field, Fields members, Value value) {
        if (value instanceof Value.Flag(_, boolean set)) {
            return set ? 1 : 0;
        }
        throw members.wrong(field.key(), value, "true or false");
    }
}
