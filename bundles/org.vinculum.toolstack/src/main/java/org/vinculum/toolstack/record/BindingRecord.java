package org.vinculum.toolstack.record;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.vinculum.binding.Binding;
import org.vinculum.binding.BoundStream;
import org.vinculum.binding.VirtualIommuNode;
import org.vinculum.firmware.Iommu;
import org.vinculum.memory.Address;
import org.vinculum.toolstack.host.Host;
import org.vinculum.toolstack.verdict.Sentences;

/// Writes `binding.json`, format 1 (`docs/binding.schema.json`).
///
/// @param hostSha256 of the host's description, lower-case hexadecimal
/// @param functions requester IDs on the virtual host bridge by PCI address
/// @param acpi what is added for a guest with ACPI
public record BindingRecord(
        Binding binding,
        Host host,
        String hostSha256,
        Map<String, Integer> functions,
        Optional<AcpiRecord> acpi) {
    static final int FORMAT = 1;

    public byte[] json() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (JsonGenerator json = new JsonFactory().createGenerator(out)) {
            json.setPrettyPrinter(lines());
            write(json);
            json.writeRaw('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    // The library's own default takes the line separator from the system.
    private static DefaultPrettyPrinter lines() {
        Separators separators =
                Separators.createDefaultInstance()
                        .withObjectFieldValueSpacing(Separators.Spacing.AFTER);
        return new DefaultPrettyPrinter(separators)
                .withObjectIndenter(new DefaultIndenter("  ", "\n"));
    }

    private void write(JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeNumberField("format", FORMAT);
        json.writeStringField("domain", binding.domain());
        json.writeObjectFieldStart("host");
        json.writeStringField("kind", host.platform().format());
        json.writeStringField("sha256", hostSha256);
        json.writeEndObject();
        json.writeArrayFieldStart("viommus");
        for (int i = 0; i < binding.viommus().size(); i++) {
            write(json, i, binding.viommus().get(i));
        }
        json.writeEndArray();
        json.writeArrayFieldStart("streams");
        for (BoundStream stream : binding.streams()) {
            write(json, stream);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void write(JsonGenerator json, int index, VirtualIommuNode viommu) throws IOException {
        json.writeStartObject();
        json.writeStringField("type", "smmuv3");
        json.writeStringField("base", viommu.registers().start().toString());
        json.writeStringField("size", Sentences.hex(viommu.registers().size()));
        json.writeNumberField("phandle", viommu.phandle());
        json.writeNumberField("intid", viommu.intid());
        json.writeNumberField("sidBits", viommu.sidBits());
        if (acpi.isPresent()) {
            acpi.get().write(json, index, viommu);
        }
        json.writeEndObject();
    }

    private void write(JsonGenerator json, BoundStream stream) throws IOException {
        String path = stream.physical().iommu();
        json.writeStartObject();
        json.writeNumberField("viommu", stream.viommu());
        json.writeStringField("vsid", stream.vsid().toString());
        json.writeObjectFieldStart("iommu");
        json.writeStringField(
                "base", host.iommu(path).flatMap(Iommu::base).map(Address::toString).orElse("0x0"));
        json.writeStringField("path", path);
        json.writeEndObject();
        json.writeStringField("psid", stream.physical().id().toString());
        write(json, "devices", stream.devices());
        write(json, "guestNodes", stream.guestNodes());
        json.writeStringField("origin", stream.origin().name().toLowerCase(Locale.ROOT));
        if (stream.vrid().isPresent()) {
            json.writeStringField("vrid", Sentences.hex(stream.vrid().getAsInt()));
        }
        writeSharers(json, stream);
        if (acpi.isPresent()) {
            acpi.get().write(json, stream);
        }
        json.writeEndObject();
    }

    // Where functions share a stream, `vrid` is the first one's; the others keep their slots by
    // this.
    private void writeSharers(JsonGenerator json, BoundStream stream) throws IOException {
        List<String> sharers = stream.devices().stream().filter(functions::containsKey).toList();
        if (sharers.size() < 2) {
            return;
        }
        json.writeObjectFieldStart("vrids");
        for (String address : sharers) {
            json.writeStringField(address, Sentences.hex(functions.get(address)));
        }
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, String name, List<String> values)
            throws IOException {
        json.writeArrayFieldStart(name);
        for (String value : values) {
            json.writeString(value);
        }
        json.writeEndArray();
    }
}
