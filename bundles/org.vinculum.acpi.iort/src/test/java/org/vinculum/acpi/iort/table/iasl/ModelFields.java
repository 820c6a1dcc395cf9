package org.vinculum.acpi.iort.table.iasl;

import static org.vinculum.acpi.iort.table.iasl.Field.number;
import static org.vinculum.acpi.iort.table.iasl.Field.text;

import java.util.ArrayList;
import java.util.List;
import org.vinculum.acpi.model.IdMapping;
import org.vinculum.acpi.model.Iort;
import org.vinculum.acpi.model.IortNode;
import org.vinculum.acpi.model.ItsGroup;
import org.vinculum.acpi.model.Iwb;
import org.vinculum.acpi.model.MemoryAccess;
import org.vinculum.acpi.model.NamedComponent;
import org.vinculum.acpi.model.Pmcg;
import org.vinculum.acpi.model.Rmr;
import org.vinculum.acpi.model.RootComplex;
import org.vinculum.acpi.model.Slack;
import org.vinculum.acpi.model.Smmu;
import org.vinculum.acpi.model.SmmuV3;
import org.vinculum.acpi.model.UnknownNode;

/// The fields that a model says there are, cut as ACPICA's structures cut them; only the header of nodes that iasl 20200925
/// does not know. Written from the specification alone: nothing of the codec is used.
final class ModelFields {
    private final List<Field> fields = new ArrayList<>();
    private final List<Slack> slack;
    private long node;

    private ModelFields(Iort table) {
        this.slack = table.slack();
    }

    static List<Field> of(Iort table) {
        ModelFields all = new ModelFields(table);
        all.header(table);
        for (IortNode node : table.nodes()) {
            all.node(node);
        }
        return all.fields;
    }

    private void header(Iort table) {
        fields.add(text(0, 4, "IORT"));
        u(4, 4, table.length());
        u(8, 1, table.header().revision());
        u(9, 1, table.header().checksum());
        fields.add(text(10, 6, table.header().oemId()));
        fields.add(text(16, 8, table.header().oemTableId()));
        u(24, 4, table.header().oemRevision());
        fields.add(text(28, 4, table.header().creatorId()));
        u(32, 4, table.header().creatorRevision());
        u(36, 4, table.nodeCount());
        u(40, 4, table.nodeOffset());
        unsaid(44, 4);
    }

    private void node(IortNode n) {
        node = n.offset();
        u(0, 1, n.type());
        u(1, 2, n.head().length());
        u(3, 1, n.head().revision());
        u(4, 4, n.head().identifier());
        u(8, 4, n.mappings().count());
        u(12, 4, n.mappings().offset());
        switch (n) {
            case ItsGroup its -> itsGroup(its);
            case NamedComponent component -> namedComponent(component);
            case RootComplex complex -> rootComplex(complex);
            case Smmu smmu -> smmu(smmu);
            case SmmuV3 smmu -> smmuV3(smmu);
            case Pmcg group -> pmcg(group);
            case Rmr _, Iwb _, UnknownNode _ -> {
                return;
            }
        }
        mappings(n);
    }

    private void mappings(IortNode n) {
        long at = n.mappings().offset();
        for (IdMapping mapping : n.mappings().entries()) {
            u(at, 4, mapping.inputBase());
            u(at + 4, 4, mapping.idCount());
            u(at + 8, 4, mapping.outputBase());
            u(at + 12, 4, mapping.outputReference());
            u(at + 16, 4, Integer.toUnsignedLong(mapping.flags()));
            at += 20;
        }
    }

    private void itsGroup(ItsGroup n) {
        u(16, 4, n.identifiers().count());
        for (int i = 0; i < n.identifiers().entries().size(); i++) {
            u(20 + 4 * i, 4, Integer.toUnsignedLong(n.identifiers().entries().get(i)));
        }
    }

    private void namedComponent(NamedComponent n) {
        u(16, 4, Integer.toUnsignedLong(n.flags()));
        memoryAccess(20, n.memory());
        u(28, 1, n.addressLimit());
        fields.add(text(node + 29, n.name().length() + 1, n.name()));
    }

    /// iasl knows neither revisions nor what came after revision 1: three reserved bytes behind the limit.
    private void rootComplex(RootComplex n) {
        memoryAccess(16, n.memory());
        u(24, 4, Integer.toUnsignedLong(n.ats()));
        u(28, 4, n.segment());
        int revision = n.head().revision();
        if (revision == 0 && n.mappings().count() > 0 && n.mappings().offset() < 36) {
            return;
        }
        if (revision >= 1) {
            u(32, 1, n.addressLimit());
        } else {
            unsaid(32, 1);
        }
        if (revision >= 2) {
            u(33, 3, n.pasidCapabilities());
        } else {
            unsaid(33, 3);
        }
    }

    private void smmu(Smmu n) {
        u(16, 8, n.base());
        u(24, 8, n.span());
        u(32, 4, n.model());
        u(36, 4, Integer.toUnsignedLong(n.flags()));
        u(40, 4, n.global().offset());
        u(44, 4, n.context().count());
        u(48, 4, n.context().offset());
        u(52, 4, n.pmu().count());
        u(56, 4, n.pmu().offset());
        long at = n.global().offset();
        for (Smmu.Interrupt interrupt : n.global().entries()) {
            u(at, 4, interrupt.gsiv());
            u(at + 4, 4, Integer.toUnsignedLong(interrupt.flags()));
            at += 8;
        }
        interrupts(n.context().offset(), n.context().entries());
        interrupts(n.pmu().offset(), n.pmu().entries());
    }

    private void interrupts(long offset, List<Smmu.Interrupt> interrupts) {
        for (int i = 0; i < interrupts.size(); i++) {
            Smmu.Interrupt interrupt = interrupts.get(i);
            u(offset + 8 * i, 8, (long) interrupt.flags() << 32 | interrupt.gsiv());
        }
    }

    private void smmuV3(SmmuV3 n) {
        u(16, 8, n.base());
        u(24, 4, Integer.toUnsignedLong(n.flags()));
        unsaid(28, 4);
        u(32, 8, n.vatos());
        u(40, 4, n.model());
        u(44, 4, n.eventGsiv());
        u(48, 4, n.priGsiv());
        u(52, 4, n.gerrGsiv());
        u(56, 4, n.syncGsiv());
        u(60, 4, n.proximityDomain());
        u(64, 4, n.deviceIdIndex());
    }

    private void pmcg(Pmcg n) {
        u(16, 8, n.page0());
        u(24, 4, n.overflowGsiv());
        u(28, 4, n.nodeReference());
        u(32, 8, n.page1());
    }

    private void memoryAccess(int at, MemoryAccess memory) {
        u(at, 4, memory.cacheCoherency());
        u(at + 4, 1, memory.allocationHints());
        u(at + 5, 2, memory.reserved());
        u(at + 7, 1, memory.flags());
    }

    private void u(long at, int length, long value) {
        fields.add(number(node + at, length, value));
    }

    /// A reserved field: what the slack says, little-endian.
    private void unsaid(long at, int length) {
        long value = 0;
        for (Slack run : slack) {
            for (int i = 0; i < run.bytes().length; i++) {
                long place = run.offset() + i - node - at;
                if (place >= 0 && place < length) {
                    value |= (run.bytes()[i] & 0xffL) << 8 * place;
                }
            }
        }
        u(at, length, value);
    }
}
