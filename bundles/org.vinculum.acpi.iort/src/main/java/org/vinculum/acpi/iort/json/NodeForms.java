package org.vinculum.acpi.iort.json;

import java.io.IOException;
import org.vinculum.acpi.model.IortNode;
import org.vinculum.acpi.model.ItsGroup;
import org.vinculum.acpi.model.Iwb;
import org.vinculum.acpi.model.NamedComponent;
import org.vinculum.acpi.model.Pmcg;
import org.vinculum.acpi.model.Rmr;
import org.vinculum.acpi.model.RootComplex;
import org.vinculum.acpi.model.Smmu;
import org.vinculum.acpi.model.SmmuV3;
import org.vinculum.acpi.model.UnknownNode;

/// Which form a node has: by its type's name, or, for one that is kept as bytes, by its type's number.
final class NodeForms {
    private static final String TYPE = "type";
    private static final int MAX_TYPE = 0xff;

    private NodeForms() {}

    static void writeType(IortNode node, JsonOutput json) throws IOException {
        if (node instanceof UnknownNode) {
            json.number(TYPE, node.type());
        } else {
            json.named(TYPE, Names.NODE_TYPES, node.type());
        }
    }

    static void write(IortNode node, JsonOutput json, Labels labels) throws IOException {
        switch (node) {
            case ItsGroup n -> new ItsGroupForm().write(n, json, labels);
            case NamedComponent n -> new NamedComponentForm().write(n, json, labels);
            case RootComplex n -> new RootComplexForm().write(n, json, labels);
            case Smmu n -> new SmmuForm().write(n, json, labels);
            case SmmuV3 n -> new SmmuV3Form().write(n, json, labels);
            case Pmcg n -> new PmcgForm().write(n, json, labels);
            case Rmr n -> new RmrForm().write(n, json, labels);
            case Iwb n -> new IwbForm().write(n, json, labels);
            case UnknownNode n -> new UnknownForm(n.type()).write(n, json, labels);
        }
    }

    /// @throws org.vinculum.firmware.UnreadableInputException when the type is missing or has no such name
    static NodeForm<?> of(ObjectReader node) {
        if (node.isNumber(TYPE)) {
            return new UnknownForm((int) node.number(TYPE, 0, MAX_TYPE));
        }
        return switch (node.text(TYPE)) {
            case "its-group" -> new ItsGroupForm();
            case "named-component" -> new NamedComponentForm();
            case "root-complex" -> new RootComplexForm();
            case "smmu" -> new SmmuForm();
            case "smmuv3" -> new SmmuV3Form();
            case "pmcg" -> new PmcgForm();
            case "rmr" -> new RmrForm();
            case "iwb" -> new IwbForm();
            default -> throw node.mistake(TYPE, Names.NODE_TYPES + ", or a number up to 255");
        };
    }
}
