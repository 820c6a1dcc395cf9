package org.vinculum.commands.bind;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.vinculum.binding.BindingRefusedException;
import org.vinculum.binding.GuestBinder;
import org.vinculum.binding.OutputFile;
import org.vinculum.binding.Refusal;
import org.vinculum.commands.check.Findings;
import org.vinculum.commands.print.JsonDocument;

/// The answer to `bind` as JSON; `docs/bind.schema.json` describes it.
final class BindJson {
    private BindJson() {}

    static byte[] of(GuestBinder.Result result, Path folder) {
        return JsonDocument.of(json -> {
            json.writeBooleanField("bound", true);
            json.writeStringField("domain", result.binding().domain());
            rows(result.rows(), json);
            Findings.write("notes", result.notes(), json);
            json.writeStringField("folder", folder.toString());
            files(result.files(), json);
        });
    }

    static byte[] of(BindingRefusedException refused) {
        return JsonDocument.of(json -> {
            json.writeBooleanField("bound", false);
            json.writeArrayFieldStart("refusals");
            for (Refusal refusal : refused.refusals()) {
                json.writeStartObject();
                json.writeStringField("code", refusal.code());
                json.writeStringField("place", refusal.place());
                json.writeStringField("message", refusal.message());
                json.writeEndObject();
            }
            json.writeEndArray();
            Findings.write("notes", refused.notes(), json);
        });
    }

    private static void rows(List<GuestBinder.Row> rows, JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("rows");
        for (GuestBinder.Row row : rows) {
            json.writeStartObject();
            json.writeStringField("guestNode", row.guestNode());
            json.writeStringField("hostDevice", row.hostDevice());
            json.writeStringField("iommu", row.iommu());
            json.writeStringField("psid", row.psid());
            json.writeStringField("vsid", row.vsid());
            json.writeStringField("why", row.why());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void files(List<OutputFile> files, JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("files");
        for (OutputFile file : files) {
            json.writeStartObject();
            json.writeStringField("name", file.name());
            json.writeNumberField("bytes", file.content().length);
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
