package org.vinculum.scenario.file;

import java.util.List;
import java.util.Map;

/// A JSON value and the column where it starts.
sealed interface Value {
    int column();

    /// What a message calls it.
    String shown();

    record Text(int column, String text) implements Value {
        @Override
        public String shown() {
            return '"' + Shown.of(text) + '"';
        }
    }

    /// @param digits as written
    record Whole(int column, String digits) implements Value {
        @Override
        public String shown() {
            return Shown.of(digits);
        }
    }

    record Flag(int column, boolean value) implements Value {
        @Override
        public String shown() {
            return String.valueOf(value);
        }
    }

    record Null(int column) implements Value {
        @Override
        public String shown() {
            return "null";
        }
    }

    record Items(int column, List<Value> values) implements Value {
        @Override
        public String shown() {
            return "an array";
        }
    }

    /// @param values by key, in the order of the file
    record Members(int column, Map<String, Value> values) implements Value {
        @Override
        public String shown() {
            return "an object";
        }
    }
}
