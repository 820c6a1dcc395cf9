package org.vinculum.toolstack.record;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vinculum.toolstack.config.Place;

/// A stream of `binding.json` while its fields are read, in whatever order they come.
final class StreamDraft {
    private static final long MOST_ID = 0xffff_ffffL;
    private static final int MOST_VIOMMUS = 1 << 16;
    private static final int MOST_RID = 0xffff;

    private final JsonInput json;
    private final Place place;
    private final List<String> devices = new ArrayList<>();
    private final Map<String, Integer> vrids = new LinkedHashMap<>();
    private final Map<String, String> objects = new LinkedHashMap<>();
    private long viommu = -1;
    private long vsid = -1;
    private long psid = -1;
    private long base = -1;
    private long vrid = -1;
    private String path;

    StreamDraft(JsonInput json) {
        this.json = json;
        this.place = json.place();
    }

    /// Reads the object; the place is its own, for messages about all of it.
    Previous.Stream read() {
        json.enterObject();
        for (String field = json.nextField(); field != null; field = json.nextField()) {
            field(field);
        }
        if (viommu < 0 || vsid < 0 || psid < 0 || base < 0 || path == null) {
            throw place.error(
                    "a stream with viommu, vsid, psid and iommu", "one that lacks some of these");
        }
        if (vrid >= 0 && vrids.isEmpty()) {
            addFirstFunction();
        }
        return new Previous.Stream((int) viommu, vsid, path, base, psid, vrids, objects);
    }

    Place place() {
        return place;
    }

    private void field(String name) {
        switch (name) {
            case "viommu" -> viommu = json.number("an index", MOST_VIOMMUS);
            case "vsid" -> vsid = json.hex("a stream ID in hexadecimal", MOST_ID);
            case "psid" -> psid = json.hex("a stream ID in hexadecimal", MOST_ID);
            case "vrid" -> vrid = json.hex("a requester ID in hexadecimal", MOST_RID);
            case "iommu" -> iommu();
            case "devices" -> devices();
            case "vrids" -> vrids();
            case "guestObjects" -> objects();
            default -> json.skip();
        }
    }

    private void iommu() {
        json.enterObject();
        for (String field = json.nextField(); field != null; field = json.nextField()) {
            switch (field) {
                case "base" -> base = json.hex("an address in hexadecimal", Long.MAX_VALUE);
                case "path" -> path = json.string("a path");
                default -> json.skip();
            }
        }
    }

    private void devices() {
        json.enterArray();
        while (json.hasNext()) {
            devices.add(json.string("a device"));
        }
    }

    private void vrids() {
        json.enterObject();
        for (String field = json.nextField(); field != null; field = json.nextField()) {
            vrids.put(field, (int) json.hex("a requester ID in hexadecimal", MOST_RID));
        }
    }

    private void objects() {
        json.enterObject();
        for (String field = json.nextField(); field != null; field = json.nextField()) {
            objects.put(field, json.string("the name of an ACPI object"));
        }
    }

    private void addFirstFunction() {
        for (String device : devices) {
            if (isPci(device)) {
                vrids.put(device, (int) vrid);
                return;
            }
        }
    }

    // 0000:01:00.0
    private static boolean isPci(String device) {
        return device.indexOf(':') == 4;
    }
}
