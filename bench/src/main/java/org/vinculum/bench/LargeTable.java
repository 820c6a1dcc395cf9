package org.vinculum.bench;

import java.util.ArrayList;
import java.util.List;
import org.vinculum.acpi.iort.table.Arrangement;
import org.vinculum.acpi.iort.table.IortWriter;
import org.vinculum.acpi.model.IdMapping;
import org.vinculum.acpi.model.Iort;
import org.vinculum.acpi.model.IortNode;
import org.vinculum.acpi.model.ItsGroup;
import org.vinculum.acpi.model.MemoryAccess;
import org.vinculum.acpi.model.NamedComponent;
import org.vinculum.acpi.model.NodeHead;
import org.vinculum.acpi.model.Slack;
import org.vinculum.acpi.model.SmmuV3;
import org.vinculum.acpi.model.TableArray;
import org.vinculum.acpi.model.TableHeader;
import org.vinculum.firmware.InputFile;

/// A generated table of 3,000 nodes: an ITS group, 64 SMMUs, and named components with two streams each.
final class LargeTable {
    private static final int NODES = 3000;
    private static final int SMMUS = 64;
    private static final int ITS = NODES;

    private LargeTable() {}

    static InputFile make() {
        List<IortNode> nodes = new ArrayList<>();
        nodes.add(new ItsGroup(head(ITS), TableArray.of(List.of(0)), mappings()));
        for (int i = 0; i < SMMUS; i++) {
            nodes.add(smmu(i));
        }
        for (int i = SMMUS; i < NODES - 1; i++) {
            nodes.add(component(i));
        }
        Slack nothing = new Slack(0, new byte[0]);
        TableHeader header = new TableHeader(7, 0, "VINCLM", "LARGE", 1, "VNC", 1);
        Iort table = new Iort(header, 0, 0, 0, nodes, List.of(), nothing);
        return InputFile.of("large.dat", IortWriter.write(Arrangement.of(table)));
    }

    private static SmmuV3 smmu(int i) {
        long base = 0x10_0000_0000L + i * 0x20000L;
        TableArray<IdMapping> mappings = mappings(map(0, 0xffff, i << 16, ITS));
        return new SmmuV3(head(i), base, 1, 0, 0, 0, 0, 0, 0, 0, 0, mappings);
    }

    private static NamedComponent component(int i) {
        return new NamedComponent(
                head(i),
                0,
                MemoryAccess.COHERENT,
                40,
                "\\_SB.D" + (1000 + i),
                mappings(map(0, 0, 2 * i, i % SMMUS), map(1, 0, 2 * i + 1, i % SMMUS)));
    }

    private static NodeHead head(int key) {
        return NodeHead.of(key, 4, key);
    }

    private static TableArray<IdMapping> mappings(IdMapping... mappings) {
        return TableArray.of(List.of(mappings));
    }

    private static IdMapping map(int input, int count, int output, int reference) {
        return new IdMapping(input, count, output, reference, 0);
    }
}
