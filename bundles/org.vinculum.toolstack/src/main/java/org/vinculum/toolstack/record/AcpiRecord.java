package org.vinculum.toolstack.record;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Map;
import org.vinculum.binding.BoundStream;
import org.vinculum.binding.VirtualIommuNode;
import org.vinculum.toolstack.acpi.GuestDescription;
import org.vinculum.toolstack.verdict.Sentences;

/// What `binding.json` says in addition about a guest with ACPI.
///
/// @param objects names in the guest's namespace by device
public record AcpiRecord(Map<String, String> objects) {
    void write(JsonGenerator json, int index, VirtualIommuNode viommu) throws IOException {
        json.writeNumberField("gerrorIntid", GuestDescription.gerrorIntid(viommu));
        json.writeStringField("deviceIdBase", Sentences.hex(GuestDescription.deviceIdBase(index)));
    }

    void write(JsonGenerator json, BoundStream stream) throws IOException {
        if (stream.devices().stream().noneMatch(objects::containsKey)) {
            return;
        }
        json.writeObjectFieldStart("guestObjects");
        for (String device : stream.devices()) {
            if (objects.containsKey(device)) {
                json.writeStringField(device, objects.get(device));
            }
        }
        json.writeEndObject();
    }
}
