package org.vinculum.devicetree.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.function.Consumer;
import org.vinculum.firmware.InputFile;
import org.vinculum.firmware.UnreadableInputException;

/// The tokens of a JSON document with the ways of insisting on one; every mistake becomes a message with its place.
final class JsonInput {
    /// Nodes, properties, labels and reservations together, so that a small text cannot become a large tree.
    static final int MAX_ITEMS = 1 << 18;

    private final String file;
    private final JsonParser parser;
    private int items = MAX_ITEMS;

    JsonInput(InputFile input) {
        file = input.name();
        try {
            parser = new JsonFactory().createParser(input.content());
        } catch (IOException e) {
            throw UnreadableInputException.of(file, "JSON", e);
        }
    }

    /// Moves to the next token; null at the end.
    JsonToken next() {
        try {
            return parser.nextToken();
        } catch (JsonProcessingException e) {
            throw at(e.getLocation(), "JSON", e.getOriginalMessage());
        } catch (IOException e) {
            throw UnreadableInputException.of(file, "JSON", e);
        }
    }

    /// Counts one more of what [#MAX_ITEMS] bounds.
    void takeItem() {
        if (--items < 0) {
            throw expected("at most " + MAX_ITEMS + " nodes, properties, labels and reservations");
        }
    }

    void next(JsonToken wanted, String purpose) {
        if (next() != wanted) {
            throw expected(purpose);
        }
    }

    /// Moves to a field of the object, or to its end; true for a field.
    boolean nextField() {
        return next() == JsonToken.FIELD_NAME;
    }

    String name() {
        try {
            return parser.currentName();
        } catch (IOException e) {
            throw UnreadableInputException.of(file, "JSON", e);
        }
    }

    /// The string that is the next value.
    String nextString(String purpose) {
        next(JsonToken.VALUE_STRING, purpose);
        return text();
    }

    /// Hands over the strings of an array that is the next value.
    void nextStrings(String purpose, Consumer<String> taker) {
        next(JsonToken.START_ARRAY, "an array of " + purpose);
        while (next() != JsonToken.END_ARRAY) {
            if (parser.currentToken() != JsonToken.VALUE_STRING) {
                throw expected(purpose);
            }
            taker.accept(text());
        }
    }

    /// A hexadecimal number in a string that is the next value.
    long nextHex(int bits) {
        String purpose = "a hexadecimal number of at most " + bits + " bits in quotes";
        String text = nextString(purpose);
        if (!Hex.isNumber(text, bits)) {
            throw expected(purpose);
        }
        return Hex.number(text);
    }

    /// An integer that is the next value.
    long nextInteger(long from, long to, String purpose) {
        next(JsonToken.VALUE_NUMBER_INT, purpose);
        try {
            long value = parser.getLongValue();
            if (value >= from && value <= to) {
                return value;
            }
        } catch (IOException _) {
            // too long for a long: refused like any other number out of range
        }
        throw expected(purpose);
    }

    boolean nextBoolean(String purpose) {
        JsonToken token = next();
        if (token != JsonToken.VALUE_TRUE && token != JsonToken.VALUE_FALSE) {
            throw expected(purpose);
        }
        return token == JsonToken.VALUE_TRUE;
    }

    UnreadableInputException expected(String expected) {
        return at(parser.currentTokenLocation(), expected, found());
    }

    private String text() {
        try {
            return parser.getText();
        } catch (IOException e) {
            throw UnreadableInputException.of(file, "JSON", e);
        }
    }

    private String found() {
        JsonToken token = parser.currentToken();
        return token == null ? "the end of the file" : shortened(text());
    }

    private UnreadableInputException at(JsonLocation place, String expected, String found) {
        int line = place == null ? 1 : Math.max(place.getLineNr(), 1);
        int column = place == null ? 1 : Math.max(place.getColumnNr(), 1);
        return UnreadableInputException.at(file, line, column, expected, shortened(found));
    }

    private static String shortened(String text) {
        StringBuilder shown = new StringBuilder();
        for (int i = 0; i < Math.min(text.length(), 120); i++) {
            char c = text.charAt(i);
            shown.append(c >= ' ' && c < 0x7f ? c : '?');
        }
        return shown.toString();
    }
}
