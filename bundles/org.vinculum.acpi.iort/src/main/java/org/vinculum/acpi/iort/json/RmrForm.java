package org.vinculum.acpi.iort.json;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.vinculum.acpi.model.Rmr;
import org.vinculum.acpi.model.TableArray;

/// Reserved memory ranges as JSON.
final class RmrForm implements NodeForm<Rmr> {
    static final String RANGES = "ranges";

    /// The first that Linux and Windows take.
    private static final int USUAL_REVISION = 3;

    private static final int MAX_ATTRIBUTES = 0xff;
    private static final int KNOWN_FLAGS =
            Rmr.REMAP_PERMITTED | Rmr.PRIVILEGED | MAX_ATTRIBUTES << 2;

    @Override
    public void write(Rmr node, JsonOutput json, Labels labels) throws IOException {
        json.flag("remapPermitted", (node.flags() & Rmr.REMAP_PERMITTED) != 0);
        json.flag("privileged", (node.flags() & Rmr.PRIVILEGED) != 0);
        json.named("attributes", Names.ATTRIBUTES, node.attributes());
        json.wordUnlessZero("reservedFlags", node.flags() & ~KNOWN_FLAGS);
        if (!node.ranges().entries().isEmpty()) {
            write(node.ranges().entries(), json);
        }
    }

    private static void write(List<Rmr.Range> ranges, JsonOutput json) throws IOException {
        json.startArray(RANGES);
        for (Rmr.Range range : ranges) {
            json.startFlat();
            json.hex("base", range.base());
            json.hex("length", range.length());
            json.wordUnlessZero("reserved", range.reserved());
            json.end();
        }
        json.endArray();
    }

    @Override
    public Rmr read(NodeSource source) {
        ObjectReader node = source.members();
        int flags =
                Flags.bit(Rmr.REMAP_PERMITTED, node.flag("remapPermitted"))
                        | Flags.bit(Rmr.PRIVILEGED, node.flag("privileged"))
                        | (int) node.named("attributes", Names.ATTRIBUTES, MAX_ATTRIBUTES, 0) << 2
                        | Flags.read(node, "reservedFlags", KNOWN_FLAGS);
        return new Rmr(source.head(0, USUAL_REVISION), flags, ranges(node), source.mappings());
    }

    private static TableArray<Rmr.Range> ranges(ObjectReader node) {
        List<Rmr.Range> ranges = new ArrayList<>();
        for (ObjectReader range : node.objects(RANGES, "a memory range")) {
            long base = range.hex("base", Long.SIZE);
            long length = range.hex("length", Long.SIZE);
            int reserved = (int) range.hex("reserved", Integer.SIZE, 0);
            range.refuseOthers();
            ranges.add(new Rmr.Range(base, length, reserved));
        }
        return TableArray.of(ranges);
    }
}
