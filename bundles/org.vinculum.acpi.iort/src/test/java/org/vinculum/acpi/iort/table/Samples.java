package org.vinculum.acpi.iort.table;

import java.util.Arrays;
import java.util.List;
import org.vinculum.acpi.model.IdMapping;
import org.vinculum.acpi.model.Iort;
import org.vinculum.acpi.model.IortNode;
import org.vinculum.acpi.model.ItsGroup;
import org.vinculum.acpi.model.Iwb;
import org.vinculum.acpi.model.MemoryAccess;
import org.vinculum.acpi.model.NamedComponent;
import org.vinculum.acpi.model.NodeHead;
import org.vinculum.acpi.model.Pmcg;
import org.vinculum.acpi.model.Rmr;
import org.vinculum.acpi.model.RootComplex;
import org.vinculum.acpi.model.Slack;
import org.vinculum.acpi.model.Smmu;
import org.vinculum.acpi.model.SmmuV3;
import org.vinculum.acpi.model.TableArray;
import org.vinculum.acpi.model.UnknownNode;

/// A machine with a node of every type, not yet arranged: nodes are known by small numbers.
public final class Samples {
    private Samples() {}

    public static Iort everyType() {
        return unarranged(
                new ItsGroup(head(1, 1), TableArray.of(List.of(0, 0x1_0000)), mappings()),
                new SmmuV3(
                        head(2, 5),
                        0x8_0000_0000L,
                        0x1d,
                        0x8_0004_0000L,
                        0,
                        0x70,
                        0x71,
                        0x72,
                        0x73,
                        2,
                        1,
                        mappings(map(0, 0xffff, 0x1_0000, 1), single(0x2_0000, 1))),
                new Smmu(
                        head(3, 3),
                        0x9_0000_0000L,
                        0x1_0000,
                        3,
                        Smmu.COHERENT_WALK,
                        interrupts(0x80, 0x81),
                        interrupts(0x82, 0x83, 0x84),
                        interrupts(0x85),
                        mappings(map(0, 0x7f, 0x3_0000, 1))),
                new RootComplex(
                        head(4, 4),
                        MemoryAccess.COHERENT,
                        RootComplex.ATS_SUPPORTED | RootComplex.PRI_SUPPORTED,
                        3,
                        48,
                        20,
                        RootComplex.PASID_SUPPORTED,
                        mappings(map(0, 0xff, 0, 2), map(0x100, 0xfeff, 0x100, 1))),
                new NamedComponent(
                        head(5, 4),
                        0x29,
                        MemoryAccess.COHERENT,
                        40,
                        "\\_SB.DMA0",
                        mappings(single(0x10, 3), single(0x11, 3))),
                new Pmcg(head(6, 2), 0x8_0002_0000L, 0, 2, 0x8_0003_0000L, mappings(single(7, 1))),
                new Rmr(
                        head(7, 3),
                        Rmr.REMAP_PERMITTED | 5 << 2,
                        TableArray.of(List.of(new Rmr.Range(0x8000_0000L, 0x20_0000, 0))),
                        mappings(single(0x20, 2))),
                new Iwb(head(8, 0), 0xa_0000_0000L, 1, "\\_SB.IWB0", mappings(map(0, 31, 64, 1))),
                new UnknownNode(head(9, 0), 0x55, TableOf.bytes("0102030405"), mappings()));
    }

    public static Iort unarranged(IortNode... nodes) {
        return new Iort(
                TableOf.HEADER, 0, 0, 0, List.of(nodes), List.of(), new Slack(0, new byte[0]));
    }

    static NodeHead head(long key, int revision) {
        return NodeHead.of(key, revision, key);
    }

    static TableArray<IdMapping> mappings(IdMapping... mappings) {
        return TableArray.of(List.of(mappings));
    }

    static IdMapping map(long input, long count, long output, long reference) {
        return new IdMapping(input, count, output, reference, 0);
    }

    static IdMapping single(long output, long reference) {
        return new IdMapping(0, 0, output, reference, IdMapping.SINGLE);
    }

    private static TableArray<Smmu.Interrupt> interrupts(long... gsivs) {
        return TableArray.of(
                Arrays.stream(gsivs)
                        .mapToObj(gsiv -> new Smmu.Interrupt(gsiv, Smmu.Interrupt.EDGE))
                        .toList());
    }
}
