package org.vinculum.acpi.iort.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vinculum.acpi.iort.table.IortWriter;

/// Documents keep to `docs/iort.schema.json`, which has teeth.
class IortSchemaTest {
    private static final Path DOCS = Path.of(System.getProperty("vinculum.root"), "docs");
    private static final JsonSchema SCHEMA =
            JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                    .getSchema(
                            SchemaLocation.of(DOCS.resolve("iort.schema.json").toUri().toString()));

    private static Set<String> violations(String json) {
        Set<String> violations = new TreeSet<>();
        try {
            SCHEMA.validate(new ObjectMapper().readTree(json))
                    .forEach(v -> violations.add(v.getMessage()));
        } catch (JsonProcessingException e) {
            throw new AssertionError(json, e);
        }
        return violations;
    }

    private static String example() throws IOException {
        return Files.readString(DOCS.resolve("example/iort.json"));
    }

    @Test
    void theExampleKeepsToTheSchemaAndSoDoesWhatBecomesOfIt() throws IOException {
        assertThat(violations(example())).isEmpty();
        assertThat(violations(Tables.json(Tables.fromJson(example())))).isEmpty();
    }

    @Test
    void theExampleNeedsNoLayout() throws IOException {
        byte[] table = IortWriter.write(Tables.fromJson(example()));

        assertThat(Tables.json(Tables.read(table))).doesNotContain("layout", "slack");
    }

    @ParameterizedTest
    @ValueSource(strings = {"command-line.md", "findings.md"})
    void everyTableInTheDocumentsIsOne(String document) throws IOException {
        List<String> tables =
                Pattern.compile("(?ms)^```json\\n(.*?)^```$")
                        .matcher(Files.readString(DOCS.resolve(document)))
                        .results()
                        .map(fence -> fence.group(1))
                        .toList();

        assertThat(tables).isNotEmpty();
        for (String table : tables) {
            assertThat(violations(table)).as(table).isEmpty();
            assertThat(IortWriter.write(Tables.fromJson(table))).isNotEmpty();
        }
    }

    @Test
    void aTableWithEverythingKeepsToTheSchema() {
        assertThat(violations(Tables.json(Tables.fromJson(EverythingTest.DOCUMENT)))).isEmpty();
    }

    @Test
    void everyReadableTableKeepsToTheSchema() {
        for (Path file : Tables.corpus()) {
            assertThat(violations(Tables.json(Tables.read(Tables.bytes(file)))))
                    .as(file.toString())
                    .isEmpty();
        }
    }

    @Test
    void aMemberThatIsMisspeltMissingOrOfAnotherKindDoesNot() throws IOException {
        assertThat(violations(example().replace("\"ats\"", "\"atc\""))).isNotEmpty();
        assertThat(violations(example().replace("\"segment\": 0,", ""))).isNotEmpty();
        assertThat(violations(example().replace("\"0x10001\"", "65537"))).isNotEmpty();
        assertThat(violations(example().replace("\"length\": 65536, ", ""))).isNotEmpty();
        assertThat(violations(example().replace("\"smmuv3\"", "\"smmuv4\""))).isNotEmpty();
        assertThat(violations(example().replace("\"Normal-WB-ISh\"", "\"Normal\""))).isNotEmpty();
    }
}
