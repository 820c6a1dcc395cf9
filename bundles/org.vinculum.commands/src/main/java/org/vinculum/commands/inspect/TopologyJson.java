package org.vinculum.commands.inspect;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.vinculum.firmware.Bus;
import org.vinculum.firmware.IdMap;
import org.vinculum.firmware.Iommu;
import org.vinculum.firmware.Iommu.Interrupt;
import org.vinculum.firmware.Iommu.OtherIommu;
import org.vinculum.firmware.Iommu.SmmuV2;
import org.vinculum.firmware.Iommu.SmmuV3;
import org.vinculum.firmware.Master;
import org.vinculum.firmware.PhysicalStream;
import org.vinculum.firmware.Platform;
import org.vinculum.memory.AddressRange;

/// The topology as JSON; `docs/inspect.schema.json` describes it.
final class TopologyJson {
    private final String file;
    private final Platform platform;

    TopologyJson(String file, Platform platform) {
        this.file = file;
        this.platform = platform;
    }

    void writeTo(JsonGenerator json) throws IOException {
        json.writeStringField("file", file);
        json.writeStringField("firmware", platform.format());
        json.writeArrayFieldStart("iommus");
        for (Iommu iommu : platform.iommus()) {
            iommu(json, iommu);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("masters");
        for (Master master : platform.masters()) {
            master(json, master);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("buses");
        for (Bus bus : platform.buses()) {
            bus(json, bus);
        }
        json.writeEndArray();
        new DmaJson(json).reserved(platform.reserved());
        json.writeArrayFieldStart("sharedStreams");
        for (Map.Entry<PhysicalStream, List<String>> shared : platform.sharedStreams().entrySet()) {
            json.writeStartObject();
            stream(json, shared.getKey());
            strings(json, "masters", shared.getValue());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void iommu(JsonGenerator json, Iommu iommu) throws IOException {
        json.writeStartObject();
        json.writeStringField("path", iommu.path());
        json.writeStringField("kind", iommu.kind());
        Optional<AddressRange> registers = iommu.registers();
        if (registers.isPresent()) {
            json.writeStringField("base", registers.get().start().toString());
            hex(json, "size", registers.get().size());
        }
        if (iommu.phandle().isPresent()) {
            json.writeNumberField("phandle", Integer.toUnsignedLong(iommu.phandle().getAsInt()));
        }
        json.writeBooleanField("enabled", iommu.enabled());
        switch (iommu) {
            case SmmuV3 v3 -> smmuV3(json, v3);
            case SmmuV2 v2 -> {
                json.writeBooleanField("coherent", v2.coherent());
                json.writeStringField("compatible", v2.compatible());
            }
            case OtherIommu other -> {
                json.writeObjectFieldStart("attributes");
                for (Map.Entry<String, String> attribute :
                        new TreeMap<>(other.attributes()).entrySet()) {
                    json.writeStringField(attribute.getKey(), attribute.getValue());
                }
                json.writeEndObject();
            }
        }
        json.writeEndObject();
    }

    private static void smmuV3(JsonGenerator json, SmmuV3 v3) throws IOException {
        json.writeBooleanField("coherent", v3.coherent());
        json.writeArrayFieldStart("interrupts");
        for (Interrupt interrupt : v3.interrupts()) {
            json.writeStartObject();
            json.writeStringField("name", interrupt.name());
            cells(json, interrupt.specifier());
            json.writeEndObject();
        }
        json.writeEndArray();
        strings(json, "errata", new TreeSet<>(v3.errata()));
    }

    private static void master(JsonGenerator json, Master master) throws IOException {
        json.writeStartObject();
        json.writeStringField("path", master.path());
        json.writeBooleanField("enabled", master.enabled());
        json.writeBooleanField("coherent", master.coherent());
        json.writeArrayFieldStart("streams");
        for (Master.StreamUse use : master.streams()) {
            json.writeStartObject();
            stream(json, use.stream());
            if (use.mask() != 0) {
                hex(json, "mask", Integer.toUnsignedLong(use.mask()));
            }
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("foreign");
        for (Master.ForeignUse use : master.foreign()) {
            json.writeStartObject();
            json.writeStringField("iommu", use.iommu());
            cells(json, use.specifier());
            json.writeEndObject();
        }
        json.writeEndArray();
        DmaJson more = new DmaJson(json);
        more.features(master.dma());
        more.messages(master.messages());
        json.writeEndObject();
    }

    private static void bus(JsonGenerator json, Bus bus) throws IOException {
        json.writeStartObject();
        json.writeStringField("path", bus.path());
        if (bus.pci().isPresent()) {
            Bus.Pci pci = bus.pci().get();
            json.writeObjectFieldStart("pci");
            json.writeNumberField("segment", pci.segment());
            json.writeNumberField("firstBus", pci.firstBus());
            json.writeNumberField("lastBus", pci.lastBus());
            json.writeEndObject();
        }
        json.writeBooleanField("enabled", bus.enabled());
        json.writeBooleanField("coherent", bus.coherent());
        new DmaJson(json).features(bus.dma());
        map(json, "iommuMap", bus.iommuMap());
        map(json, "msiMap", bus.msiMap());
        json.writeEndObject();
    }

    private static void map(JsonGenerator json, String name, IdMap map) throws IOException {
        json.writeObjectFieldStart(name);
        hex(json, "mask", Integer.toUnsignedLong(map.mask()));
        json.writeArrayFieldStart("entries");
        for (IdMap.Entry entry : map.entries()) {
            json.writeStartObject();
            hex(json, "inputBase", entry.inputBase());
            hex(json, "length", entry.length());
            json.writeStringField("target", entry.target());
            hex(json, "outputBase", entry.outputBase());
            if (entry.single()) {
                json.writeBooleanField("single", true);
            }
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void stream(JsonGenerator json, PhysicalStream stream) throws IOException {
        json.writeStringField("iommu", stream.iommu());
        json.writeStringField("id", stream.id().toString());
    }

    private static void cells(JsonGenerator json, List<Integer> cells) throws IOException {
        json.writeArrayFieldStart("specifier");
        for (int cell : cells) {
            json.writeNumber(Integer.toUnsignedLong(cell));
        }
        json.writeEndArray();
    }

    private static void strings(JsonGenerator json, String name, Iterable<String> strings)
            throws IOException {
        json.writeArrayFieldStart(name);
        for (String string : strings) {
            json.writeString(string);
        }
        json.writeEndArray();
    }

    private static void hex(JsonGenerator json, String name, long value) throws IOException {
        json.writeStringField(name, Numbers.hex(value));
    }
}
