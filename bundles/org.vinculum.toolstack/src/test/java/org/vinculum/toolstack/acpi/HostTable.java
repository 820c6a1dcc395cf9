package org.vinculum.toolstack.acpi;

import java.util.ArrayList;
import java.util.List;
import org.vinculum.acpi.iort.table.Arrangement;
import org.vinculum.acpi.iort.table.IortWriter;
import org.vinculum.acpi.model.IdMapping;
import org.vinculum.acpi.model.Iort;
import org.vinculum.acpi.model.IortNode;
import org.vinculum.acpi.model.MemoryAccess;
import org.vinculum.acpi.model.NamedComponent;
import org.vinculum.acpi.model.NodeHead;
import org.vinculum.acpi.model.RootComplex;
import org.vinculum.acpi.model.Slack;
import org.vinculum.acpi.model.Smmu;
import org.vinculum.acpi.model.SmmuV3;
import org.vinculum.acpi.model.TableArray;
import org.vinculum.acpi.model.TableHeader;

/// Builds the IORT of a machine.
final class HostTable {
    private final List<IortNode> nodes = new ArrayList<>();

    /// Adds an SMMUv3; the key to refer to it by.
    long smmu(long base, boolean coherent) {
        nodes.add(
                new SmmuV3(
                        head(0),
                        base,
                        coherent ? SmmuV3.COHACC_OVERRIDE : 0,
                        0,
                        SmmuV3.GENERIC,
                        74,
                        0,
                        0,
                        0,
                        0,
                        0,
                        TableArray.of(List.of())));
        return nodes.size();
    }

    /// Adds an SMMUv2; the key to refer to it by.
    long smmuV2(long base) {
        nodes.add(
                new Smmu(
                        head(0),
                        base,
                        0x1_0000,
                        1,
                        0,
                        TableArray.of(List.of()),
                        TableArray.of(List.of()),
                        TableArray.of(List.of()),
                        TableArray.of(List.of())));
        return nodes.size();
    }

    HostTable device(String name, IdMapping... mappings) {
        return device(name, true, mappings);
    }

    HostTable device(String name, boolean coherent, IdMapping... mappings) {
        nodes.add(
                new NamedComponent(
                        head(2),
                        NamedComponent.STALL_SUPPORTED | 5 << 1,
                        coherent ? MemoryAccess.COHERENT : MemoryAccess.NOT_COHERENT,
                        40,
                        name,
                        TableArray.of(List.of(mappings))));
        return this;
    }

    HostTable rootComplex(int segment, IdMapping... mappings) {
        nodes.add(
                new RootComplex(
                        head(1),
                        MemoryAccess.COHERENT,
                        RootComplex.ATS_SUPPORTED,
                        segment,
                        44,
                        0,
                        0,
                        TableArray.of(List.of(mappings))));
        return this;
    }

    private NodeHead head(int revision) {
        return NodeHead.of(nodes.size() + 1L, revision, nodes.size());
    }

    static IdMapping single(long smmu, long stream) {
        return new IdMapping(0, 0, stream, smmu, IdMapping.SINGLE);
    }

    static IdMapping range(long first, long count, long smmu, long stream) {
        return new IdMapping(first, count - 1, stream, smmu, 0);
    }

    byte[] bytes() {
        return IortWriter.write(
                Arrangement.of(
                        new Iort(
                                new TableHeader(3, 0, "TEST", "HOST", 1, "TEST", 1),
                                0,
                                nodes.size(),
                                0,
                                nodes,
                                List.of(),
                                new Slack(0, new byte[0]))));
    }
}
