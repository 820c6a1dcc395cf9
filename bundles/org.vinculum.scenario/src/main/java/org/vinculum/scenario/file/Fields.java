package org.vinculum.scenario.file;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vinculum.firmware.UnreadableInputException;

/// The members of an object, taken one after the other; what nobody takes is an unknown key.
final class Fields {
    private final Place place;
    private final Map<String, Value> remaining;

    /// @param values are taken out
    Fields(Place place, Map<String, Value> values) {
        this.place = place;
        this.remaining = values;
    }

    Fields(Place place, Value.Members members) {
        this(place, members.values());
    }

    boolean has(String key) {
        return remaining.containsKey(key);
    }

    Place place() {
        return place;
    }

    /// @throws UnreadableInputException when something has not been taken
    void end() {
        remaining.forEach((key, value) -> {
            throw place.error(value.column(), "a key of this line", "\"" + Shown.of(key) + "\"");
        });
    }

    /// The keys that have not been taken.
    List<String> keys() {
        return new ArrayList<>(remaining.keySet());
    }

    Value take(String key) {
        Value value = remaining.remove(key);
        if (value == null) {
            throw place.error(1, "the key \"" + key + "\"", "an object without it");
        }
        return value;
    }

    /// An unsigned number of at most `bits` bits.
    long number(String key, int bits) {
        return number(key, take(key), bits);
    }

    long number(String key, int bits, long otherwise) {
        return has(key) ? number(key, bits) : otherwise;
    }

    boolean flag(String key) {
        if (!has(key)) {
            return false;
        }
        Value value = take(key);
        if (value instanceof Value.Flag(_, boolean set)) {
            return set;
        }
        throw wrong(key, value, "true or false");
    }

    String text(String key) {
        return text(key, "a string");
    }

    /// @param what names the strings that are allowed
    String text(String key, String what) {
        Value value = take(key);
        if (value instanceof Value.Text(_, String text)) {
            return text;
        }
        throw wrong(key, value, what);
    }

    Optional<String> optionalText(String key) {
        return has(key) ? Optional.of(text(key)) : Optional.empty();
    }

    List<Value> items(String key) {
        Value value = take(key);
        if (value instanceof Value.Items(_, List<Value> values)) {
            return values;
        }
        throw wrong(key, value, "an array");
    }

    /// The numbers of an array, each of 64 bits.
    List<Long> words(String key) {
        List<Long> words = new ArrayList<>();
        for (Value item : items(key)) {
            words.add(number(key, item, Long.SIZE));
        }
        return words;
    }

    /// The members of an object; none when the key is absent.
    Fields members(String key) {
        if (!has(key)) {
            return new Fields(place, Map.of());
        }
        return members(key, take(key));
    }

    Fields members(String key, Value value) {
        if (value instanceof Value.Members members) {
            return new Fields(place, members);
        }
        throw wrong(key, value, "an object");
    }

    long number(String key, Value value, int bits) {
        if (Numbers.isNumber(value, bits)) {
            return Numbers.number(value);
        }
        throw wrong(key, value, "a number of at most " + bits + " bits, decimal or \"0x...\"");
    }

    UnreadableInputException wrong(String key, Value value, String expected) {
        return place.error(value.column(), expected + " for \"" + key + "\"", value.shown());
    }

    UnreadableInputException wrong(String key, String expected, String found) {
        return place.error(1, expected + " for \"" + key + "\"", found);
    }
}
