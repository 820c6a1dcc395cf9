package org.vinculum.acpi.iort.json;

import java.util.LinkedHashMap;
import java.util.Map;
import org.vinculum.acpi.model.IdMapping;
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
import org.vinculum.acpi.model.TableArray;
import org.vinculum.acpi.model.UnknownNode;

/// The arrays of a node under the names that JSON has for them.
final class NodeArrays {
    private NodeArrays() {}

    /// Gives an array its place.
    interface Placing {
        <T> TableArray<T> place(String name, TableArray<T> array);
    }

    /// All arrays in the order in which they are laid out.
    static Map<String, TableArray<?>> of(IortNode node) {
        Map<String, TableArray<?>> arrays = new LinkedHashMap<>();
        with(
                node,
                node.head(),
                new Placing() {
                    @Override
                    public <T> TableArray<T> place(String name, TableArray<T> array) {
                        arrays.put(name, array);
                        return array;
                    }
                });
        return arrays;
    }

    /// The same node elsewhere, and so its arrays.
    static IortNode with(IortNode node, NodeHead head, Placing to) {
        return switch (node) {
            case ItsGroup n ->
                    new ItsGroup(
                            head,
                            to.place(ItsGroupForm.IDENTIFIERS, n.identifiers()),
                            mappings(n, to));
            case NamedComponent n ->
                    new NamedComponent(
                            head,
                            n.flags(),
                            n.memory(),
                            n.addressLimit(),
                            n.name(),
                            mappings(n, to));
            case RootComplex n ->
                    new RootComplex(
                            head,
                            n.memory(),
                            n.ats(),
                            n.segment(),
                            n.addressLimit(),
                            n.pasidCapabilities(),
                            n.flags(),
                            mappings(n, to));
            case Smmu n ->
                    new Smmu(
                            head,
                            n.base(),
                            n.span(),
                            n.model(),
                            n.flags(),
                            to.place(SmmuForm.GLOBAL, n.global()),
                            to.place(SmmuForm.CONTEXT, n.context()),
                            to.place(SmmuForm.PMU, n.pmu()),
                            mappings(n, to));
            case SmmuV3 n ->
                    new SmmuV3(
                            head,
                            n.base(),
                            n.flags(),
                            n.vatos(),
                            n.model(),
                            n.eventGsiv(),
                            n.priGsiv(),
                            n.gerrGsiv(),
                            n.syncGsiv(),
                            n.proximityDomain(),
                            n.deviceIdIndex(),
                            mappings(n, to));
            case Pmcg n ->
                    new Pmcg(
                            head,
                            n.page0(),
                            n.overflowGsiv(),
                            n.nodeReference(),
                            n.page1(),
                            mappings(n, to));
            case Rmr n ->
                    new Rmr(head, n.flags(), to.place(RmrForm.RANGES, n.ranges()), mappings(n, to));
            case Iwb n -> new Iwb(head, n.base(), n.index(), n.name(), mappings(n, to));
            case UnknownNode n -> new UnknownNode(head, n.type(), n.body(), mappings(n, to));
        };
    }

    private static TableArray<IdMapping> mappings(IortNode node, Placing to) {
        return to.place(MappingForm.NAME, node.mappings());
    }
}
