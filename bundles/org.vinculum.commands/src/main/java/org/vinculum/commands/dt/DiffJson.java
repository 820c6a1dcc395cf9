package org.vinculum.commands.dt;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import org.vinculum.commands.print.JsonDocument;
import org.vinculum.devicetree.model.Difference;
import org.vinculum.devicetree.model.Difference.BootCpuChanged;
import org.vinculum.devicetree.model.Difference.NodeAdded;
import org.vinculum.devicetree.model.Difference.NodeRemoved;
import org.vinculum.devicetree.model.Difference.PropertyAdded;
import org.vinculum.devicetree.model.Difference.PropertyChanged;
import org.vinculum.devicetree.model.Difference.PropertyRemoved;
import org.vinculum.devicetree.model.Difference.ReservationsChanged;
import org.vinculum.devicetree.model.Node;

/// Differences as JSON; `docs/dt-diff.schema.json` describes it. Values are whole, as source text.
final class DiffJson {
    private DiffJson() {}

    static byte[] of(String before, String after, List<Difference> differences) {
        return JsonDocument.of(json -> {
            json.writeStringField("before", before);
            json.writeStringField("after", after);
            json.writeArrayFieldStart("differences");
            for (Difference difference : differences) {
                json.writeStartObject();
                write(difference, json);
                json.writeEndObject();
            }
            json.writeEndArray();
        });
    }

    private static void write(Difference difference, JsonGenerator json) throws IOException {
        switch (difference) {
            case PropertyAdded(var path, var property) -> {
                start("property-added", path, json);
                json.writeStringField("property", property.name());
                json.writeStringField("after", property.text());
            }
            case PropertyRemoved(var path, var property) -> {
                start("property-removed", path, json);
                json.writeStringField("property", property.name());
                json.writeStringField("before", property.text());
            }
            case PropertyChanged(var path, var before, var after) -> {
                start("property-changed", path, json);
                json.writeStringField("property", before.name());
                values(before.text(), after.text(), json);
            }
            case NodeAdded(var path, var node) -> node("node-added", path, node, json);
            case NodeRemoved(var path, var node) -> node("node-removed", path, node, json);
            case ReservationsChanged(var before, var after) -> {
                start("reservations-changed", "/", json);
                values(before.toString(), after.toString(), json);
            }
            case BootCpuChanged(int before, int after) -> {
                start("boot-cpu-changed", "/", json);
                values(Integer.toString(before), Integer.toString(after), json);
            }
        }
    }

    private static void start(String kind, String path, JsonGenerator json) throws IOException {
        json.writeStringField("kind", kind);
        json.writeStringField("path", path);
    }

    private static void values(String before, String after, JsonGenerator json) throws IOException {
        json.writeStringField("before", before);
        json.writeStringField("after", after);
    }

    private static void node(String kind, String path, Node node, JsonGenerator json)
            throws IOException {
        start(kind, path, json);
        NodeSize size = NodeSize.of(node);
        json.writeNumberField("properties", size.properties());
        json.writeNumberField("nodes", size.nodes());
    }
}
