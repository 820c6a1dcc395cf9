package org.vinculum.commands.models;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.vinculum.commands.print.JsonDocument;
import org.vinculum.commands.print.Page;
import org.vinculum.commands.print.Terminal;
import org.vinculum.commands.verb.ExitCode;
import org.vinculum.commands.verb.Installed;
import org.vinculum.commands.verb.Options;
import org.vinculum.commands.verb.Part;
import org.vinculum.commands.verb.Verb;
import org.vinculum.iommu.IommuModelFactory;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/// `models`: shows the models of IOMMUs that are installed.
public final class ModelsVerb implements Verb {
    private final Installed installed;

    public ModelsVerb(Installed installed) {
        this.installed = installed;
    }

    @Override
    public CommandSpec spec() {
        CommandSpec spec = Options.command("models", "vinculum models [--json]", "vinculum models");
        spec.usageMessage()
                .description(
                        "Shows the IOMMU models that are installed.",
                        "Each with the kind of its programming interface, its version and its"
                            + " ranking (of two with one name the higher one is used), then what"
                            + " each one can do.");
        return spec.addOption(Options.json()).addOption(Options.help());
    }

    @Override
    public int run(ParseResult given, Terminal terminal) {
        installed.best(IommuModelFactory.class);
        List<Part<IommuModelFactory>> models =
                new ArrayList<>(installed.parts(IommuModelFactory.class));
        models.sort(Comparator.comparing(model -> model.service().name()));
        if (Options.isSet(given, Options.JSON)) {
            terminal.result(JsonDocument.of(json -> write(models, json)));
        } else {
            Page page = terminal.page();
            ModelTables.print(models, page);
            terminal.result(page);
        }
        return ExitCode.DONE;
    }

    private static void write(List<Part<IommuModelFactory>> models, JsonGenerator json)
            throws IOException {
        json.writeArrayFieldStart("models");
        for (Part<IommuModelFactory> model : models) {
            json.writeStartObject();
            json.writeStringField("name", model.service().name());
            json.writeStringField("kind", model.service().kind());
            json.writeStringField("version", model.version());
            json.writeNumberField("ranking", model.ranking());
            json.writeObjectFieldStart("features");
            for (Map.Entry<String, String> feature : model.service().features().entrySet()) {
                json.writeStringField(feature.getKey(), feature.getValue());
            }
            json.writeEndObject();
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
