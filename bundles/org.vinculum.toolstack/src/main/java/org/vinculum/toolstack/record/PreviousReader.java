package org.vinculum.toolstack.record;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.vinculum.firmware.InputFile;
import org.vinculum.firmware.UnreadableInputException;
import org.vinculum.toolstack.config.Place;

/// Reads `binding.json` back. It may have been edited by hand: fields of another kind, IDs out of range and streams that
/// appear twice are errors; fields nobody here knows are skipped.
public final class PreviousReader {
    private record Virtual(int viommu, long vsid) {}

    private record Physical(String iommu, long psid) {}

    private final InputFile file;
    private final JsonInput json;
    private final List<Previous.Stream> streams = new ArrayList<>();
    private final Set<Virtual> virtual = new HashSet<>();
    private final Set<Physical> physical = new HashSet<>();
    private String domain = "";
    private boolean formatSeen;

    private PreviousReader(InputFile file) {
        this.file = file;
        this.json = new JsonInput(file);
    }

    /// @throws UnreadableInputException with file, line, column, what was expected and what was found
    public static Previous read(InputFile file) {
        return new PreviousReader(file).read();
    }

    private Previous read() {
        json.enterObject();
        for (String field = json.nextField(); field != null; field = json.nextField()) {
            switch (field) {
                case "format" -> format();
                case "domain" -> domain = json.string("a domain's name");
                case "streams" -> streams();
                default -> json.skip();
            }
        }
        json.end();
        if (!formatSeen) {
            throw UnreadableInputException.of(file.name(), "a field \"format\"", "none");
        }
        return new Previous(file.name(), domain, List.copyOf(streams));
    }

    private void format() {
        Place place = json.place();
        long format = json.number("a format number", Integer.MAX_VALUE);
        if (format != BindingRecord.FORMAT) {
            throw place.error("format " + BindingRecord.FORMAT, "format " + format);
        }
        formatSeen = true;
    }

    private void streams() {
        json.enterArray();
        while (json.hasNext()) {
            StreamDraft draft = new StreamDraft(json);
            Previous.Stream stream = draft.read();
            if (!virtual.add(new Virtual(stream.viommu(), stream.vsid()))) {
                throw draft.place().error("each vSID once", "one that is there already");
            }
            if (!physical.add(new Physical(stream.iommuPath(), stream.psid()))) {
                throw draft.place().error("each pSID once", "one that is there already");
            }
            streams.add(stream);
        }
    }
}
