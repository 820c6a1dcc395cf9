package org.vinculum.acpi.iort.topology;

import org.vinculum.acpi.model.Iort;
import org.vinculum.acpi.model.IortNode;
import org.vinculum.acpi.model.ItsGroup;
import org.vinculum.acpi.model.Iwb;
import org.vinculum.acpi.model.NamedComponent;
import org.vinculum.acpi.model.Pmcg;
import org.vinculum.acpi.model.Rmr;
import org.vinculum.acpi.model.RootComplex;
import org.vinculum.acpi.model.Smmu;
import org.vinculum.acpi.model.SmmuV3;

/// How sentences speak of nodes.
final class Titles {
    private Titles() {}

    /// With its article, e.g. `an SMMUv3`.
    static String of(int type) {
        return switch (type) {
            case ItsGroup.TYPE -> "an ITS group";
            case NamedComponent.TYPE -> "a named component";
            case RootComplex.TYPE -> "a root complex";
            case Smmu.TYPE -> "an SMMUv1 or SMMUv2";
            case SmmuV3.TYPE -> "an SMMUv3";
            case Pmcg.TYPE -> "a PMCG";
            case Rmr.TYPE -> "an RMR node";
            case Iwb.TYPE -> "an IWB";
            default -> "a node of type " + Hex.of(type);
        };
    }

    /// What stands at an offset and where, e.g. `the SMMUv3 at 0x48`.
    static String at(IortNode node) {
        String title = of(node.type());
        return "the " + title.substring(title.indexOf(' ') + 1) + " at " + Hex.of(node.offset());
    }

    /// The node that an offset is inside of; null when there is none.
    static IortNode around(Iort table, long offset) {
        IortNode found = null;
        int low = 0;
        int high = table.nodes().size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            IortNode node = table.nodes().get(middle);
            if (node.offset() <= offset) {
                found = node;
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return found != null && offset < found.offset() + found.head().length() ? found : null;
    }
}
