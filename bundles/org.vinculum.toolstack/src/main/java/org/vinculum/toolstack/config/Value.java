package org.vinculum.toolstack.config;

import java.util.List;

/// The right-hand side of an xl.cfg assignment.
public sealed interface Value {
    Place place();

    /// A string or a number; xl keeps both as text and asks for a number only where it needs one.
    record Atom(String text, Place place) implements Value {}

    record Items(List<Value> values, Place place) implements Value {
        public Items {
            values = List.copyOf(values);
        }
    }
}
