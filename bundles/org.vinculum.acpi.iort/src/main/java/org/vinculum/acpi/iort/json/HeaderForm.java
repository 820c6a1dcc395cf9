package org.vinculum.acpi.iort.json;

import java.io.IOException;
import java.util.List;
import org.vinculum.acpi.model.IortNode;
import org.vinculum.acpi.model.Iwb;
import org.vinculum.acpi.model.TableHeader;

/// The ACPI header as JSON, without what is laid out: signature, length and checksum.
final class HeaderForm {
    private static final String NAME = "header";

    /// DEN0049E.e; E.f has a type more.
    private static final int USUAL_REVISION = 6;

    private static final int IWB_REVISION = 7;
    private static final long MAX_WORD = 0xffff_ffffL;

    private HeaderForm() {}

    static void write(TableHeader header, JsonOutput json) throws IOException {
        json.start(NAME);
        json.number("revision", header.revision());
        json.text("oemId", header.oemId());
        json.text("oemTableId", header.oemTableId());
        json.number("oemRevision", header.oemRevision());
        json.text("creatorId", header.creatorId());
        json.number("creatorRevision", header.creatorRevision());
        json.end();
    }

    /// @param checksum as the document says it; below 0 for one to be found
    static TableHeader read(ObjectReader document, List<IortNode> nodes, int checksum) {
        ObjectReader header = document.object(NAME, "an ACPI header");
        TableHeader read =
                new TableHeader(
                        (int) header.number("revision", 0, 0xff, usualRevision(nodes)),
                        Math.max(checksum, 0),
                        header.characters("oemId", 6, "VINCUL"),
                        header.characters("oemTableId", 8, "VINCULUM"),
                        header.number("oemRevision", 0, MAX_WORD, 1),
                        header.characters("creatorId", 4, "VINC"),
                        header.number("creatorRevision", 0, MAX_WORD, 1));
        header.refuseOthers();
        return read;
    }

    private static int usualRevision(List<IortNode> nodes) {
        for (IortNode node : nodes) {
            if (node instanceof Iwb) {
                return IWB_REVISION;
            }
        }
        return USUAL_REVISION;
    }
}
