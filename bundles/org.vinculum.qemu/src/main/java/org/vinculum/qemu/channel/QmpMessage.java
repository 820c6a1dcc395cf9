package org.vinculum.qemu.channel;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/// A message of QEMU's monitor, its scalars by their place in it, as RFC 6901 writes places: `/return/0/name`.
record QmpMessage(Map<String, String> values, boolean isAnswer) {
    private static final JsonFactory JSON = new JsonFactory();

    /// @throws IOException when it is no JSON
    static QmpMessage parse(String line) throws IOException {
        Map<String, String> values = new HashMap<>();
        boolean answer = false;
        try (JsonParser parser = JSON.createParser(line)) {
            for (JsonToken t = parser.nextToken(); t != null; t = parser.nextToken()) {
                if (t.isScalarValue()) {
                    values.put(place(parser), parser.getText());
                }
                answer |= t == JsonToken.FIELD_NAME && isAnswer(parser);
            }
        }
        return new QmpMessage(values, answer);
    }

    private static boolean isAnswer(JsonParser parser) throws IOException {
        String name = parser.currentName();
        boolean outermost = parser.getParsingContext().getParent().inRoot();
        return outermost && ("return".equals(name) || "error".equals(name));
    }

    private static String place(JsonParser parser) {
        return parser.getParsingContext().pathAsPointer().toString();
    }

    /// @return empty when there is none
    String value(String place) {
        return values.getOrDefault(place, "");
    }
}
