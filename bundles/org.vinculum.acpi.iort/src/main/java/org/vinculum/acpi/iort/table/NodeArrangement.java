package org.vinculum.acpi.iort.table;

import org.vinculum.acpi.model.IdMapping;
import org.vinculum.acpi.model.IortNode;
import org.vinculum.acpi.model.ItsGroup;
import org.vinculum.acpi.model.Iwb;
import org.vinculum.acpi.model.NamedComponent;
import org.vinculum.acpi.model.Pmcg;
import org.vinculum.acpi.model.Rmr;
import org.vinculum.acpi.model.RootComplex;
import org.vinculum.acpi.model.Smmu;
import org.vinculum.acpi.model.SmmuV3;
import org.vinculum.acpi.model.TableArray;
import org.vinculum.acpi.model.UnknownNode;

/// One node laid out anew: its fields, its arrays in the order of the fields that point to them, its mappings.
///
/// @param offset the node's new place in the table
/// @param relocation what its references become
record NodeArrangement(long offset, Relocation relocation) {
    IortNode of(IortNode node) {
        return switch (node) {
            case ItsGroup n -> itsGroup(n);
            case NamedComponent n -> namedComponent(n);
            case RootComplex n -> rootComplex(n);
            case Smmu n -> smmu(n);
            case SmmuV3 n -> smmuV3(n);
            case Pmcg n -> pmcg(n);
            case Rmr n -> rmr(n);
            case Iwb n -> iwb(n);
            case UnknownNode n -> new UnknownArrangement(offset, relocation).of(n);
        };
    }

    private TableArray<IdMapping> mappings(IortNode node, NodeSpace space) {
        return space.place(relocation.of(node.mappings().entries()), EntryLayout.MAPPING);
    }

    private ItsGroup itsGroup(ItsGroup n) {
        var space = new NodeSpace(ItsGroupLayout.END);
        var placed = space.place(n.identifiers().entries(), EntryLayout.IDENTIFIER);
        var identifiers = new TableArray<>(ItsGroupLayout.END, placed.count(), placed.entries());
        var mappings = mappings(n, space);
        return new ItsGroup(space.head(n.head(), offset), identifiers, mappings);
    }

    private NamedComponent namedComponent(NamedComponent n) {
        var space = new NodeSpace(NamedComponentLayout.NAME + n.name().length() + 1L);
        var mappings = mappings(n, space);
        return new NamedComponent(
                space.head(n.head(), offset),
                n.flags(),
                n.memory(),
                n.addressLimit(),
                n.name(),
                mappings);
    }

    private RootComplex rootComplex(RootComplex n) {
        var space = new NodeSpace(RootComplexLayout.end(n.head().revision()));
        var mappings = mappings(n, space);
        return new RootComplex(
                space.head(n.head(), offset),
                n.memory(),
                n.ats(),
                n.segment(),
                n.addressLimit(),
                n.pasidCapabilities(),
                n.flags(),
                mappings);
    }

    private Smmu smmu(Smmu n) {
        var space = new NodeSpace(SmmuLayout.END);
        var global = space.place(n.global().entries(), EntryLayout.INTERRUPT);
        var context = space.place(n.context().entries(), EntryLayout.INTERRUPT);
        var pmu = space.place(n.pmu().entries(), EntryLayout.INTERRUPT);
        var mappings = mappings(n, space);
        return new Smmu(
                space.head(n.head(), offset),
                n.base(),
                n.span(),
                n.model(),
                n.flags(),
                global,
                context,
                pmu,
                mappings);
    }

    private SmmuV3 smmuV3(SmmuV3 n) {
        var space = new NodeSpace(SmmuV3Layout.end(n.head().revision()));
        var mappings = mappings(n, space);
        return new SmmuV3(
                space.head(n.head(), offset),
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
                mappings);
    }

    private Pmcg pmcg(Pmcg n) {
        var space = new NodeSpace(PmcgLayout.end(n.head().revision()));
        var mappings = mappings(n, space);
        return new Pmcg(
                space.head(n.head(), offset),
                n.page0(),
                n.overflowGsiv(),
                relocation.of(n.nodeReference()),
                n.page1(),
                mappings);
    }

    private Rmr rmr(Rmr n) {
        var space = new NodeSpace(RmrLayout.END);
        var ranges = space.place(n.ranges().entries(), EntryLayout.RANGE);
        var mappings = mappings(n, space);
        return new Rmr(space.head(n.head(), offset), n.flags(), ranges, mappings);
    }

    private Iwb iwb(Iwb n) {
        var space = new NodeSpace(IwbLayout.NAME + n.name().length() + 1L);
        var mappings = mappings(n, space);
        return new Iwb(space.head(n.head(), offset), n.base(), n.index(), n.name(), mappings);
    }
}
