package org.vinculum.toolstack.record;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.vinculum.acpi.iort.IortGuestWriter;
import org.vinculum.toolstack.Workbench;

/// `binding.json` keeps to `docs/binding.schema.json`, which has teeth.
class BindingSchemaTest {
    private static final JsonSchema SCHEMA =
            JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                    .getSchema(
                            SchemaLocation.of(
                                    Path.of(
                                                    System.getProperty("vinculum.root"),
                                                    "docs/binding.schema.json")
                                            .toUri()
                                            .toString()));

    @Test
    void aBindingWithEveryKindOfStreamKeepsToTheSchema() throws IOException {
        assertThat(SCHEMA.validate(binding())).isEmpty();
    }

    @Test
    void aBindingOfAGuestWithAcpiKeepsToTheSchema() throws IOException {
        JsonNode binding = binding("acpi = 1");

        assertThat(SCHEMA.validate(binding)).isEmpty();
        assertThat(binding.at("/viommus/0/gerrorIntid").intValue()).isEqualTo(97);
        assertThat(binding.at("/streams/0/guestObjects").isObject()).isTrue();
    }

    @Test
    void aFieldThatIsMissingMisspeltOrPaddedDoesNot() throws IOException {
        String text = binding().toString();

        assertThat(SCHEMA.validate(parse(text.replace("\"psid\"", "\"sid\"")))).isNotEmpty();
        assertThat(SCHEMA.validate(parse(text.replace("\"0x1\"", "\"0x01\"")))).isNotEmpty();
        assertThat(SCHEMA.validate(parse(text.replace("\"pci\"", "\"PCI\"")))).isNotEmpty();
    }

    private static JsonNode binding() throws IOException {
        return binding("");
    }

    private static JsonNode binding(String more) throws IOException {
        String nodes =
                """
                dma@10000000 { reg = <0 0x10000000 0 0x1000>; iommus = <&a 0x10>, <&b 0x20>; };
                pcie@50000000 {
                    device_type = "pci"; reg = <0 0x50000000 0 0x1000000>;
                    iommu-map-mask = <0xfffe>; iommu-map = <0 &a 0x8000 0x8000>;
                };
                """;
        var result =
                Workbench.withHost(nodes)
                        .writer(new IortGuestWriter())
                        .config(
                                more,
                                "dtdev = [ \"/dma@10000000\" ]",
                                "pci = [ \"01:00.0\", \"01:00.1\" ]",
                                "iommu_devid_map = [ \"0x10@0x7,0x4f000000\" ]")
                        .bind();
        return parse(Workbench.text(result, "binding.json"));
    }

    private static JsonNode parse(String text) throws IOException {
        return new ObjectMapper().readTree(text);
    }
}
