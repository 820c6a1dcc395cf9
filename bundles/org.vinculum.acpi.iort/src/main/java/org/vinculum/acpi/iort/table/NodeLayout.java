package org.vinculum.acpi.iort.table;

import org.vinculum.acpi.model.IortNode;
import org.vinculum.acpi.model.ItsGroup;
import org.vinculum.acpi.model.Iwb;
import org.vinculum.acpi.model.NamedComponent;
import org.vinculum.acpi.model.NodeHead;
import org.vinculum.acpi.model.Pmcg;
import org.vinculum.acpi.model.Rmr;
import org.vinculum.acpi.model.RootComplex;
import org.vinculum.acpi.model.Smmu;
import org.vinculum.acpi.model.SmmuV3;
import org.vinculum.acpi.model.UnknownNode;

/// Which layout a node has. Its type and its revision decide; a revision later than the last known adds at the end.
final class NodeLayout {
    private NodeLayout() {}

    /// Bytes of a node from its start to the end of its fields, without arrays, names and mappings.
    static int end(int type, int revision) {
        return switch (type) {
            case ItsGroup.TYPE -> ItsGroupLayout.END;
            case NamedComponent.TYPE -> NamedComponentLayout.NAME;
            case RootComplex.TYPE -> RootComplexLayout.end(revision);
            case Smmu.TYPE -> SmmuLayout.END;
            case SmmuV3.TYPE -> SmmuV3Layout.end(revision);
            case Pmcg.TYPE -> PmcgLayout.end(revision);
            case Rmr.TYPE -> RmrLayout.END;
            case Iwb.TYPE -> IwbLayout.NAME;
            default -> NodeHead.LENGTH;
        };
    }

    static IortNode read(NodeInput in) {
        if (in.head().length() < end(in.type(), in.head().revision())) {
            return UnknownLayout.read(in);
        }
        return switch (in.type()) {
            case ItsGroup.TYPE -> ItsGroupLayout.read(in);
            case NamedComponent.TYPE -> NamedComponentLayout.read(in);
            case RootComplex.TYPE -> RootComplexLayout.read(in);
            case Smmu.TYPE -> SmmuLayout.read(in);
            case SmmuV3.TYPE -> SmmuV3Layout.read(in);
            case Pmcg.TYPE -> PmcgLayout.read(in);
            case Rmr.TYPE -> RmrLayout.read(in);
            case Iwb.TYPE -> IwbLayout.read(in);
            default -> UnknownLayout.read(in);
        };
    }

    /// Mappings come last: the body of an unknown node has them too, and they are what a person would change.
    static void write(IortNode node, NodeOutput out) {
        switch (node) {
            case ItsGroup n -> ItsGroupLayout.write(n, out);
            case NamedComponent n -> NamedComponentLayout.write(n, out);
            case RootComplex n -> RootComplexLayout.write(n, out);
            case Smmu n -> SmmuLayout.write(n, out);
            case SmmuV3 n -> SmmuV3Layout.write(n, out);
            case Pmcg n -> PmcgLayout.write(n, out);
            case Rmr n -> RmrLayout.write(n, out);
            case Iwb n -> IwbLayout.write(n, out);
            case UnknownNode n -> UnknownLayout.write(n, out);
        }
        out.entries(node.mappings(), EntryLayout.MAPPING);
    }
}
