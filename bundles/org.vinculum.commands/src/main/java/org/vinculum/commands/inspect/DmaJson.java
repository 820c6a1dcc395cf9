package org.vinculum.commands.inspect;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import org.vinculum.firmware.DmaFeatures;
import org.vinculum.firmware.MessageTarget;
import org.vinculum.firmware.ReservedRegion;

/// What firmware says of DMA beside streams and maps, as JSON: members that are there only where something is said.
final class DmaJson {
    private final JsonGenerator json;

    DmaJson(JsonGenerator json) {
        this.json = json;
    }

    void features(DmaFeatures dma) throws IOException {
        if (dma.equals(DmaFeatures.NONE)) {
            return;
        }
        json.writeObjectFieldStart("dma");
        if (dma.addressBits().isPresent()) {
            json.writeNumberField("addressBits", dma.addressBits().getAsInt());
        }
        json.writeBooleanField("ats", dma.ats());
        json.writeBooleanField("pri", dma.pri());
        json.writeBooleanField("stall", dma.stall());
        json.writeNumberField("pasidBits", dma.pasidBits());
        json.writeEndObject();
    }

    void messages(List<MessageTarget> targets) throws IOException {
        if (targets.isEmpty()) {
            return;
        }
        json.writeArrayFieldStart("messages");
        for (MessageTarget target : targets) {
            json.writeStartObject();
            json.writeStringField("controller", target.controller());
            json.writeStringField("deviceId", Numbers.hex(target.deviceId()));
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    void reserved(List<ReservedRegion> regions) throws IOException {
        if (regions.isEmpty()) {
            return;
        }
        json.writeArrayFieldStart("reserved");
        for (ReservedRegion region : regions) {
            reserved(region);
        }
        json.writeEndArray();
    }

    private void reserved(ReservedRegion region) throws IOException {
        json.writeStartObject();
        json.writeStringField("path", region.path());
        json.writeStringField("base", region.range().start().toString());
        json.writeStringField("size", Numbers.hex(region.range().size()));
        json.writeBooleanField("remappable", region.remappable());
        json.writeBooleanField("privileged", region.privileged());
        json.writeStringField("attributes", region.attributes());
        json.writeArrayFieldStart("streams");
        for (StreamRun run : StreamRun.of(region.streams())) {
            json.writeStartObject();
            json.writeStringField("iommu", run.iommu());
            json.writeStringField("firstId", Numbers.hex(run.first()));
            json.writeNumberField("count", run.length());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }
}
