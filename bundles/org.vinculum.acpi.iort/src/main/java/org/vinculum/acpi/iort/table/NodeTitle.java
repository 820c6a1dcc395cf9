package org.vinculum.acpi.iort.table;

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

/// What messages call a node.
final class NodeTitle {
    private static final int MAX_NAME = 64;

    private NodeTitle() {}

    static String of(IortNode node) {
        return kind(node) + " at " + TableInput.hex(node.offset());
    }

    private static String kind(IortNode node) {
        return switch (node) {
            case ItsGroup _ -> "ITS group";
            case NamedComponent n -> "named component " + printable(n.name());
            case RootComplex n -> "root complex of segment " + n.segment();
            case Smmu _ -> "SMMUv2";
            case SmmuV3 _ -> "SMMUv3";
            case Pmcg _ -> "PMCG";
            case Rmr _ -> "RMR";
            case Iwb n -> "IWB " + printable(n.name());
            case UnknownNode n -> "node of type " + n.type();
        };
    }

    private static String printable(String name) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < Math.min(name.length(), MAX_NAME); i++) {
            char c = name.charAt(i);
            text.append(c < ' ' || c > '~' ? '?' : c);
        }
        return text.append(name.length() > MAX_NAME ? "…" : "").toString();
    }
}
