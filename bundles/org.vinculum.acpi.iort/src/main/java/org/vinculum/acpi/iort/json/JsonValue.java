package org.vinculum.acpi.iort.json;

import java.util.ArrayList;
import java.util.List;

/// A value of a JSON document with its place, so that a mistake that is seen later is still told with line and column.
sealed interface JsonValue {
    Place place();

    /// What messages call it.
    String found();

    record Text(Place place, String found) implements JsonValue {}

    record Whole(Place place, long value) implements JsonValue {
        @Override
        public String found() {
            return Long.toString(value);
        }
    }

    record Truth(Place place, boolean value) implements JsonValue {
        @Override
        public String found() {
            return Boolean.toString(value);
        }
    }

    /// What no member of a table takes: null, a fraction, a number beyond 64 bits.
    record Other(Place place, String found) implements JsonValue {}

    record Elements(Place place, List<JsonValue> values) implements JsonValue {
        @Override
        public String found() {
            return "an array";
        }
    }

    /// An object. Members are few, so they are searched in order.
    record Members(Place place, List<Member> members) implements JsonValue {
        @Override
        public String found() {
            return "an object";
        }

        /// The value of a member; null when there is none.
        JsonValue value(String name) {
            for (Member member : members) {
                if (member.name().equals(name)) {
                    return member.value();
                }
            }
            return null;
        }
    }

    /// @param place of the name
    record Member(Place place, String name, JsonValue value) {}

    static Elements elements(Place place) {
        return new Elements(place, new ArrayList<>(4));
    }

    static Members members(Place place) {
        return new Members(place, new ArrayList<>(6));
    }
}
