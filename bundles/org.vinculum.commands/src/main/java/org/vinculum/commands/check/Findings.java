package org.vinculum.commands.check;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.vinculum.commands.print.Page;
import org.vinculum.commands.print.Style;
import org.vinculum.firmware.Finding;
import org.vinculum.firmware.Severity;

/// Writes findings down, one form for people and one for programs; every report that has findings uses it.
public final class Findings {
    private Findings() {}

    /// `error phandle-dangling /dma@1000 iommus: …`, one line for each.
    public static void print(List<Finding> findings, Page page) {
        for (Finding finding : findings) {
            page.styled(style(finding.severity()), name(finding.severity())).text(" ");
            page.text(finding.code()).text(" ").styled(Style.NAME, finding.place());
            page.text(": ").text(finding.message()).line();
        }
    }

    /// The same line as text without colour.
    public static String line(Finding finding) {
        return name(finding.severity())
                + " "
                + finding.code()
                + " "
                + finding.place()
                + ": "
                + finding.message();
    }

    /// An array of objects under `name`.
    public static void write(String name, List<Finding> findings, JsonGenerator json)
            throws IOException {
        json.writeArrayFieldStart(name);
        for (Finding finding : findings) {
            json.writeStartObject();
            json.writeStringField("severity", name(finding.severity()));
            json.writeStringField("code", finding.code());
            json.writeStringField("place", finding.place());
            json.writeStringField("message", finding.message());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static String name(Severity severity) {
        return severity.name().toLowerCase(Locale.ROOT);
    }

    private static Style style(Severity severity) {
        return switch (severity) {
            case ERROR -> Style.BAD;
            case WARNING -> Style.DOUBTFUL;
            case NOTE -> Style.FAINT;
        };
    }
}
