package org.vinculum.toolstack.record;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.util.OptionalLong;
import org.vinculum.firmware.InputFile;
import org.vinculum.firmware.UnreadableInputException;
import org.vinculum.toolstack.config.Numbers;
import org.vinculum.toolstack.config.Place;

/// Reads JSON from somebody else: every value is of the kind asked for, or an error with line and column.
final class JsonInput {
    private static final int DEPTH_CAP = 64;

    private final InputFile file;
    private final JsonParser parser;

    JsonInput(InputFile file) {
        this.file = file;
        this.parser = open(file);
        advance();
    }

    private static JsonParser open(InputFile file) {
        try {
            return JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .streamReadConstraints(
                            StreamReadConstraints.builder().maxNestingDepth(DEPTH_CAP).build())
                    .build()
                    .createParser(file.content());
        } catch (IOException e) {
            throw UnreadableInputException.of(file.name(), "JSON", e);
        }
    }

    /// Enters an object; then [#nextField()] until it is null.
    void enterObject() {
        expect(JsonToken.START_OBJECT, "an object");
        advance();
    }

    /// The name of the next field, its value being current; null at the end of the object, which is left.
    String nextField() {
        if (parser.currentToken() == JsonToken.END_OBJECT) {
            advance();
            return null;
        }
        String name = name();
        advance();
        return name;
    }

    /// Enters an array; then [#hasNext()] until it is false.
    void enterArray() {
        expect(JsonToken.START_ARRAY, "an array");
        advance();
    }

    /// Whether the current token is another element; at the end the array is left.
    boolean hasNext() {
        if (parser.currentToken() == JsonToken.END_ARRAY) {
            advance();
            return false;
        }
        return true;
    }

    String string(String what) {
        expect(JsonToken.VALUE_STRING, what);
        String value = text();
        advance();
        return value;
    }

    /// A whole number from 0 to `most`.
    long number(String what, long most) {
        expect(JsonToken.VALUE_NUMBER_INT, what);
        String text = text();
        OptionalLong value = Numbers.parse(text);
        if (value.isEmpty() || value.getAsLong() > most) {
            throw wrong(what, text);
        }
        advance();
        return value.getAsLong();
    }

    /// A string with a hexadecimal number from 0 to `most`.
    long hex(String what, long most) {
        expect(JsonToken.VALUE_STRING, what);
        String text = text();
        OptionalLong value = text.startsWith("0x") ? Numbers.parse(text) : OptionalLong.empty();
        if (value.isEmpty() || value.getAsLong() > most) {
            throw wrong(what, "\"" + shortened(text) + "\"");
        }
        advance();
        return value.getAsLong();
    }

    /// Skips the current value, whatever it is.
    void skip() {
        try {
            parser.skipChildren();
        } catch (IOException e) {
            throw broken(e);
        }
        advance();
    }

    void end() {
        if (parser.currentToken() != null) {
            throw wrong("the end of the file", "more");
        }
    }

    /// Where the current value starts.
    Place place() {
        return place(parser.currentTokenLocation());
    }

    private UnreadableInputException wrong(String expected, String found) {
        return place().error(expected, found);
    }

    private void expect(JsonToken token, String what) {
        if (parser.currentToken() != token) {
            throw wrong(what, found());
        }
    }

    private String found() {
        return switch (parser.currentToken()) {
            case null -> "the end of the file";
            case START_OBJECT -> "an object";
            case START_ARRAY -> "an array";
            case VALUE_STRING -> "the string \"" + shortened(text()) + "\"";
            default -> shortened(text());
        };
    }

    private static String shortened(String text) {
        return text.length() <= 60 ? text : text.substring(0, 60) + "…";
    }

    private String text() {
        try {
            return parser.getText();
        } catch (IOException e) {
            throw broken(e);
        }
    }

    private String name() {
        try {
            return parser.currentName();
        } catch (IOException e) {
            throw broken(e);
        }
    }

    private void advance() {
        try {
            parser.nextToken();
        } catch (IOException e) {
            throw broken(e);
        }
    }

    private UnreadableInputException broken(IOException fault) {
        return fault instanceof JsonProcessingException json
                ? place(json.getLocation()).error("JSON", firstLine(json.getOriginalMessage()))
                : UnreadableInputException.of(file.name(), "JSON", fault);
    }

    private static String firstLine(String message) {
        int end = message.indexOf('\n');
        return end < 0 ? message : message.substring(0, end);
    }

    private Place place(JsonLocation location) {
        return location == null
                ? new Place(file.name(), 1, 1)
                : new Place(
                        file.name(),
                        Math.max(1, location.getLineNr()),
                        Math.max(1, location.getColumnNr()));
    }
}
