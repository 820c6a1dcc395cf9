package org.vinculum.scenario.file;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.io.JsonEOFException;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vinculum.firmware.UnreadableInputException;

/// Reads the JSON object of one line.
final class JsonLine {
    /// Objects and arrays within one another; the format needs three.
    static final int MAX_DEPTH = 4;

    private static final JsonFactory FACTORY =
            JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .streamReadConstraints(
                            StreamReadConstraints.builder()
                                    .maxStringLength(TextLines.MAX_LENGTH)
                                    .build())
                    .build();

    private final Place place;
    private final JsonParser parser;
    private final Deque<Value> open = new ArrayDeque<>();

    private JsonLine(Place place, JsonParser parser) {
        this.place = place;
        this.parser = parser;
    }

    /// @throws UnreadableInputException unless the line is one object
    static Fields read(TextLines line) {
        try (JsonParser parser = FACTORY.createParser(line.content(), line.from(), line.length())) {
            return new JsonLine(line.place(), parser).readObject();
        } catch (JsonProcessingException e) {
            throw line.place().error(column(e.getLocation()), "JSON", Shown.of(firstLine(e)));
        } catch (IOException e) {
            throw UnreadableInputException.of(line.place().file(), "JSON", e);
        }
    }

    private Fields readObject() throws IOException {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            throw place.error(1, "an object", Shown.of(parser.getText()));
        }
        Map<String, Value> values = new LinkedHashMap<>();
        open.push(new Value.Members(1, values));
        while (!open.isEmpty()) {
            take(parser.nextToken());
        }
        if (parser.nextToken() != null) {
            throw place.error(column(), "the end of the line", "more");
        }
        return new Fields(place, values);
    }

    private void take(JsonToken token) throws IOException {
        switch (token) {
            case null ->
                    throw place.error(column(), "the end of the object", "the end of the line");
            case FIELD_NAME -> {}
            case START_OBJECT -> enter(new Value.Members(column(), new LinkedHashMap<>()));
            case START_ARRAY -> enter(new Value.Items(column(), new ArrayList<>()));
            case END_OBJECT, END_ARRAY -> open.pop();
            case VALUE_STRING -> add(new Value.Text(column(), parser.getText()));
            case VALUE_NUMBER_INT -> add(new Value.Whole(column(), parser.getText()));
            case VALUE_TRUE, VALUE_FALSE ->
                    add(new Value.Flag(column(), token == JsonToken.VALUE_TRUE));
            case VALUE_NULL -> add(new Value.Null(column()));
            default -> throw place.error(column(), "a whole number", Shown.of(parser.getText()));
        }
    }

    private void enter(Value container) throws IOException {
        if (open.size() == MAX_DEPTH) {
            throw place.error(column(), "nesting of at most " + MAX_DEPTH, "more");
        }
        add(container);
        open.push(container);
    }

    private void add(Value value) throws IOException {
        switch (open.getFirst()) {
            case Value.Members(_, Map<String, Value> values) ->
                    values.put(parser.currentName(), value);
            case Value.Items(_, List<Value> values) -> values.add(value);
            default -> throw new IllegalStateException("no container: " + open.getFirst());
        }
    }

    private int column() {
        return column(parser.currentTokenLocation());
    }

    private static int column(JsonLocation location) {
        return location == null ? 1 : Math.max(1, location.getColumnNr());
    }

    private static String firstLine(JsonProcessingException fault) {
        if (fault instanceof JsonEOFException) {
            return "the end of the line";
        }
        String message = fault.getOriginalMessage();
        int end = message.indexOf('\n');
        return end < 0 ? message : message.substring(0, end);
    }
}
