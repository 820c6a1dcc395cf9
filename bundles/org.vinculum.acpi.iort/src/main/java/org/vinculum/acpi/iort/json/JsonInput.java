package org.vinculum.acpi.iort.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import org.vinculum.firmware.InputFile;
import org.vinculum.firmware.UnreadableInputException;

/// The tokens of a JSON document; every mistake becomes a message with its place.
final class JsonInput {
    private static final int MOST_SHOWN = 120;

    private final String file;
    private final JsonParser parser;

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
            throw at(place(e.getLocation()), "JSON", e.getOriginalMessage());
        } catch (IOException e) {
            throw UnreadableInputException.of(file, "JSON", e);
        }
    }

    Place place() {
        return place(parser.currentTokenLocation());
    }

    String text() {
        try {
            return parser.getText();
        } catch (JsonProcessingException e) {
            throw at(place(e.getLocation()), "JSON", e.getOriginalMessage());
        } catch (IOException e) {
            throw UnreadableInputException.of(file, "JSON", e);
        }
    }

    /// The number that the token is, or null when it has more than 64 bits.
    Long whole() {
        try {
            return parser.getLongValue();
        } catch (IOException _) {
            return null;
        }
    }

    /// A mistake at the present token.
    UnreadableInputException expected(String expected) {
        boolean ended = parser.currentToken() == null;
        return at(place(), expected, ended ? "the end of the file" : text());
    }

    /// A mistake anywhere.
    UnreadableInputException at(Place place, String expected, String found) {
        return UnreadableInputException.at(
                file, place.line(), place.column(), expected, shortened(found));
    }

    private static Place place(JsonLocation location) {
        return location == null
                ? new Place(1, 1)
                : new Place(Math.max(location.getLineNr(), 1), Math.max(location.getColumnNr(), 1));
    }

    private static String shortened(String text) {
        StringBuilder shown = new StringBuilder();
        for (int i = 0; i < Math.min(text.length(), MOST_SHOWN); i++) {
            char c = text.charAt(i);
            shown.append(c >= ' ' && c < 0x7f ? c : '?');
        }
        return shown.toString();
    }
}
