package org.vinculum.commands;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SchemasTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "inspect | {\"format\": 1}",
                "check | {\"format\": 2, \"file\": \"\", \"firmware\": \"\", \"errors\": 0,"
                        + " \"warnings\": 0, \"notes\": 0, \"findings\": []}",
                "bind | {\"format\": 1, \"bound\": true, \"refusals\": []}",
                "bind | {\"format\": 1, \"bound\": false, \"refusals\": []}",
                "dom0 | {\"format\": 1, \"file\": \"\", \"bytes\": 1, \"notes\": [], \"more\": 1}",
                "dom0 | {\"format\": 1, \"file\": \"\", \"bytes\": 1, \"notes\": [{\"severity\":"
                        + " \"bad\"}]}",
                "linux | {\"format\": 1, \"mode\": \"\", \"profile\": \"\", \"passed\": \"yes\","
                        + " \"verdict\": \"\", \"counts\": []}",
                "dt-diff | {\"format\": 1, \"before\": \"\", \"after\": \"\", \"differences\":"
                        + " [{\"kind\": \"x\"}]}"
            })
    void aDocumentThatDoesNotKeepToASchemaIsFound(String schema, String document) {
        assertThat(Schemas.violations(schema, document.getBytes(StandardCharsets.UTF_8)))
                .isNotEmpty();
    }
}
