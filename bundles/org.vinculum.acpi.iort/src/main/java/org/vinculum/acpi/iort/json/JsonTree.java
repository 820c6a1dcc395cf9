package org.vinculum.acpi.iort.json;

import com.fasterxml.jackson.core.JsonToken;
import java.util.ArrayDeque;
import java.util.Deque;
import org.vinculum.acpi.iort.json.JsonValue.Elements;
import org.vinculum.acpi.iort.json.JsonValue.Member;
import org.vinculum.acpi.iort.json.JsonValue.Members;

/// Reads a whole document, so that its members may come in any order: what a node's members mean depends on its type.
final class JsonTree {
    /// A table needs 6: document, nodes, node, mappings, mapping, value.
    static final int MAX_DEPTH = 8;

    /// More than any kind of object has.
    static final int MAX_MEMBERS = 64;

    /// Values of all kinds together; some 50,000 mappings.
    static final int MAX_VALUES = 1 << 18;

    private final JsonInput json;
    private final Deque<JsonValue> open = new ArrayDeque<>();
    private String name;
    private Place namePlace;
    private int left = MAX_VALUES;

    private JsonTree(JsonInput json) {
        this.json = json;
    }

    /// Reads the object that a document is.
    static Members read(JsonInput json) {
        return new JsonTree(json).read();
    }

    private Members read() {
        if (json.next() != JsonToken.START_OBJECT) {
            throw json.expected("an object");
        }
        Members document = JsonValue.members(json.place());
        open.push(document);
        while (!open.isEmpty()) {
            step(json.next());
        }
        if (json.next() != null) {
            throw json.expected("the end of the file");
        }
        return document;
    }

    private void step(JsonToken token) {
        if (token == null) {
            throw json.expected("the end of the object");
        }
        switch (token) {
            case FIELD_NAME -> nameMember();
            case START_OBJECT -> enter(JsonValue.members(json.place()));
            case START_ARRAY -> enter(JsonValue.elements(json.place()));
            case END_OBJECT, END_ARRAY -> open.pop();
            default -> add(scalar(token));
        }
    }

    private void nameMember() {
        name = json.text();
        namePlace = json.place();
    }

    private void enter(JsonValue value) {
        if (open.size() == MAX_DEPTH) {
            throw json.expected("values at most " + MAX_DEPTH + " deep");
        }
        add(value);
        open.push(value);
    }

    private void add(JsonValue value) {
        if (--left < 0) {
            throw json.expected("at most " + MAX_VALUES + " values");
        }
        switch (open.getFirst()) {
            case Members object -> addMember(object, value);
            case Elements array -> array.values().add(value);
            default -> throw new IllegalStateException("only objects and arrays are open");
        }
    }

    private void addMember(Members object, JsonValue value) {
        if (object.value(name) != null) {
            throw json.at(namePlace, "each member once", name);
        }
        if (object.members().size() == MAX_MEMBERS) {
            throw json.at(namePlace, "at most " + MAX_MEMBERS + " members", name);
        }
        object.members().add(new Member(namePlace, name, value));
    }

    private JsonValue scalar(JsonToken token) {
        return switch (token) {
            case VALUE_STRING -> new JsonValue.Text(json.place(), json.text());
            case VALUE_TRUE, VALUE_FALSE ->
                    new JsonValue.Truth(json.place(), token == JsonToken.VALUE_TRUE);
            case VALUE_NUMBER_INT -> whole();
            default -> new JsonValue.Other(json.place(), json.text());
        };
    }

    private JsonValue whole() {
        Long value = json.whole();
        return value == null
                ? new JsonValue.Other(json.place(), json.text())
                : new JsonValue.Whole(json.place(), value);
    }
}
