package org.vinculum.commands.iort;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.vinculum.acpi.model.Iort;
import org.vinculum.acpi.model.IortCodec;
import org.vinculum.acpi.model.Slack;
import org.vinculum.acpi.model.TableHeader;
import org.vinculum.firmware.InputFile;
import org.vinculum.firmware.UnreadableInputException;

/// A codec whose tables are `IORT`, a blank and an OEM ID, and whose JSON is the OEM ID in braces.
public final class FakeTableCodec implements IortCodec {
    @Override
    public Iort read(InputFile file) {
        String text = text(file);
        if (!text.startsWith("IORT ")) {
            throw UnreadableInputException.at(file.name(), 0, "the signature IORT", text);
        }
        return table(text.substring(5));
    }

    @Override
    public byte[] write(Iort table) {
        return ("IORT " + table.header().oemId()).getBytes(StandardCharsets.ISO_8859_1);
    }

    @Override
    public Iort arrange(Iort table) {
        return table;
    }

    @Override
    public Iort readJson(InputFile file) {
        String text = text(file);
        if (!text.startsWith("{")) {
            throw UnreadableInputException.at(file.name(), 1, 1, "an object", text);
        }
        return table(text.substring(1, text.indexOf('}')));
    }

    @Override
    public byte[] writeJson(Iort table) {
        return ("{" + table.header().oemId() + "}\n").getBytes(StandardCharsets.ISO_8859_1);
    }

    private static Iort table(String oemId) {
        TableHeader header = new TableHeader(0, 0, oemId, "", 0, "", 0);
        return new Iort(header, 48, 0, 48, List.of(), List.of(), new Slack(48, new byte[0]));
    }

    private static String text(InputFile file) {
        return new String(file.content(), StandardCharsets.ISO_8859_1);
    }
}
