package org.vinculum.acpi.iort.topology;

import java.util.ArrayList;
import java.util.List;
import org.vinculum.acpi.model.IdMapping;
import org.vinculum.acpi.model.Iort;
import org.vinculum.acpi.model.IortNode;
import org.vinculum.acpi.model.ItsGroup;
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
import org.vinculum.acpi.model.TableHeader;
import org.vinculum.firmware.Bus;
import org.vinculum.firmware.Iommu;
import org.vinculum.firmware.Master;
import org.vinculum.firmware.Platform;

/// Tables put together by hand; a node stands at the offset that the test gives it.
final class TableOf {
    private TableOf() {}

    static Iort nodes(IortNode... nodes) {
        return nodes(5, nodes);
    }

    static Iort nodes(int revision, IortNode... nodes) {
        TableHeader header = new TableHeader(revision, 0, "VINCUL", "TEST", 1, "VINC", 1);
        Slack none = new Slack(0x10000, new byte[0]);
        return new Iort(header, 0x10000, nodes.length, 0x30, List.of(nodes), List.of(), none);
    }

    static Platform platform(Iort table) {
        return PlatformReader.read("t", table, 0).platform();
    }

    static Platform platform(IortNode... nodes) {
        return platform(nodes(nodes));
    }

    static Bus bus(IortNode... nodes) {
        return platform(nodes).buses().getFirst();
    }

    static Master master(IortNode... nodes) {
        return platform(nodes).masters().getFirst();
    }

    static Iommu iommu(IortNode node) {
        return platform(node).iommus().getFirst();
    }

    static ItsGroup its(long offset) {
        return new ItsGroup(head(offset, 1), TableArray.of(List.of(0)), maps());
    }

    static SmmuV3 smmuV3(long offset, IdMapping... maps) {
        return smmuV3(offset, 4, SmmuV3.GENERIC, new long[] {74, 75, 76, 77}, 0, maps);
    }

    static SmmuV3 smmuV3(
            long offset, int revision, long model, long[] gsivs, long index, IdMapping... maps) {
        return new SmmuV3(
                head(offset, revision),
                0x4f000000L + offset * 0x20000,
                SmmuV3.COHACC_OVERRIDE,
                0,
                model,
                gsivs[0],
                gsivs[1],
                gsivs[2],
                gsivs[3],
                0,
                index,
                maps(maps));
    }

    static Smmu smmu(long offset, long model, IdMapping... maps) {
        TableArray<Smmu.Interrupt> none = new TableArray<>(0, 0, List.of());
        return new Smmu(
                head(offset, 0), 0x15000000, 0x10000, model, 2, none, none, none, maps(maps));
    }

    static RootComplex root(long offset, IdMapping... maps) {
        return root(offset, 0, 3, maps);
    }

    static RootComplex root(long offset, long segment, int revision, IdMapping... maps) {
        return new RootComplex(
                head(offset, revision), MemoryAccess.COHERENT, 3, segment, 40, 16, 0, maps(maps));
    }

    static NamedComponent component(long offset, String name, IdMapping... maps) {
        return new NamedComponent(
                head(offset, 4), 0x1 | 8 << 1, MemoryAccess.COHERENT, 36, name, maps(maps));
    }

    static Pmcg pmcg(long offset, long gsiv, IdMapping... maps) {
        return new Pmcg(head(offset, 2), 0x5000000, gsiv, 0, 0x5010000, maps(maps));
    }

    static Rmr rmr(long offset, int flags, List<Rmr.Range> ranges, IdMapping... maps) {
        return new Rmr(
                head(offset, 3), flags, new TableArray<>(28, ranges.size(), ranges), maps(maps));
    }

    static IdMapping range(long input, long count, long output, long reference) {
        return new IdMapping(input, count - 1, output, reference, 0);
    }

    static IdMapping single(long output, long reference) {
        return new IdMapping(0, 0, output, reference, IdMapping.SINGLE);
    }

    static TableArray<IdMapping> maps(IdMapping... maps) {
        List<IdMapping> entries = new ArrayList<>(List.of(maps));
        return new TableArray<>(maps.length == 0 ? 0 : 68, maps.length, entries);
    }

    private static NodeHead head(long offset, int revision) {
        return new NodeHead(offset, 0x40, revision, offset);
    }
}
