package org.vinculum.commands.linux;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import org.vinculum.live.Count;
import org.vinculum.live.LiveGuestDescription;
import org.vinculum.live.LiveReport;

/// What became of a live guest, for programs.
final class ReportJson {
    private ReportJson() {}

    static void write(LiveGuestDescription asked, LiveReport report, JsonGenerator json)
            throws IOException {
        json.writeStringField("mode", asked.mode());
        json.writeStringField("profile", asked.model());
        if (asked.swapTo().isPresent()) {
            json.writeStringField("swapTo", asked.swapTo().get());
        }
        json.writeFieldName("passed");
        if (report.passed().isPresent()) {
            json.writeBoolean(report.passed().get());
        } else {
            json.writeNull();
        }
        json.writeStringField("verdict", report.verdict());
        json.writeArrayFieldStart("counts");
        for (Count count : report.counts()) {
            json.writeStartObject();
            json.writeStringField("what", count.what());
            json.writeNumberField("value", count.value());
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
