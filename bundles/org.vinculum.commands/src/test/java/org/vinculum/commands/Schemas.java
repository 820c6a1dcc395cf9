package org.vinculum.commands;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;

/// The published schemas in `docs/`, to hold every JSON report against.
public final class Schemas {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Schemas() {}

    /// What a document does against a schema; empty when it keeps to it.
    public static Set<String> violations(String schema, byte[] document) {
        Path file = Path.of(System.getProperty("vinculum.root"), "docs", schema + ".schema.json");
        JsonSchema rules =
                JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                        .getSchema(SchemaLocation.of(file.toUri().toString()));
        Set<String> violations = new TreeSet<>();
        for (ValidationMessage message : rules.validate(parse(document))) {
            violations.add(message.getMessage());
        }
        return violations;
    }

    public static JsonNode parse(byte[] document) {
        try {
            return MAPPER.readTree(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
