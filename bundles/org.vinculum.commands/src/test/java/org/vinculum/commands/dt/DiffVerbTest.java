package org.vinculum.commands.dt;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vinculum.commands.FakeParts;
import org.vinculum.commands.Schemas;
import org.vinculum.commands.Session;
import org.vinculum.commands.Session.Outcome;
import org.vinculum.devicetree.model.DeviceTreeCodec;
import org.vinculum.devicetree.model.Difference;
import org.vinculum.devicetree.model.Node;
import org.vinculum.devicetree.model.Property;
import org.vinculum.devicetree.model.TreeDiff;
import org.vinculum.memory.AddressRange;

class DiffVerbTest {
    static final List<Difference> ALL_KINDS =
            List.of(
                    new Difference.BootCpuChanged(0, 1),
                    new Difference.ReservationsChanged(
                            List.of(), List.of(AddressRange.of(0x80000000L, 0x1000))),
                    new Difference.PropertyChanged(
                            "/dma@1000", Property.cells("reg", 1), Property.cells("reg", 2)),
                    new Difference.PropertyAdded("/dma@1000", Property.empty("dma-coherent")),
                    new Difference.PropertyRemoved("/dma@1000", Property.strings("status", "okay")),
                    new Difference.NodeRemoved("/old", new Node("old")),
                    new Difference.NodeAdded("/new", nodeWithChild()));

    @TempDir Path folder;

    private final FakeParts parts = new FakeParts().with(DeviceTreeCodec.class, new FakeCodec());
    private Session session;

    @BeforeEach
    void userWithTwoTrees() {
        session = new Session(folder, parts).file("a.dtb", "DTB a").file("b.dts", "DTS b");
    }

    private static Node nodeWithChild() {
        Node node = new Node("new");
        node.set(Property.empty("one"));
        node.add(new Node("child")).set(Property.empty("two"));
        return node;
    }

    @Test
    void everyKindOfDifferenceIsOneLine() {
        parts.with(TreeDiff.class, (before, after) -> ALL_KINDS);

        Outcome outcome = session.run("dt diff a.dtb b.dts");

        assertThat(outcome.exit()).isEqualTo(1);
        assertThat(outcome.out())
                .isEqualTo(
                        """
                        ~ boot CPU: 0 -> 1
                        ~ /memreserve/: [] -> [0x80000000+0x1000]
                        ~ /dma@1000 reg: <0x1> -> <0x2>
                        + /dma@1000 dma-coherent
                        - /dma@1000 status = "okay"
                        - /old: node with no properties
                        + /new: node with 2 properties, 1 node below
                        7 differences
                        """);
    }

    @Test
    void treesThatAreEqualAreSaidToBe() {
        parts.with(TreeDiff.class, (before, after) -> List.of());

        Outcome outcome = session.run("dt diff a.dtb b.dts");

        assertThat(outcome.exit()).isZero();
        assertThat(outcome.out()).isEqualTo("no differences\n");
    }

    @Test
    void aLongValueIsCutInTextOnly() {
        Property firmware = Property.of("firmware", new byte[3000]);
        parts.with(
                TreeDiff.class,
                (before, after) -> List.of(new Difference.PropertyAdded("/fw", firmware)));

        assertThat(session.run("dt diff a.dtb b.dts").out())
                .contains("... (3000 bytes)\n")
                .hasSizeLessThan(400);
        assertThat(session.run("dt diff --json a.dtb b.dts").out()).contains(firmware.text());
    }

    @Test
    void withoutTheServiceTheMissingPartIsNamed() {
        Outcome outcome = session.run("dt diff a.dtb b.dts");

        assertThat(outcome.exit()).isEqualTo(3);
        assertThat(outcome.err()).contains("TreeDiff").contains("org.vinculum.devicetree");
    }

    @Test
    void theJsonReportKeepsToItsSchema() {
        parts.with(TreeDiff.class, (before, after) -> ALL_KINDS);

        Outcome outcome = session.run("dt diff --json a.dtb b.dts");

        assertThat(outcome.exit()).isEqualTo(1);
        assertThat(Schemas.violations("dt-diff", outcome.bytes())).isEmpty();
        assertThat(Schemas.parse(outcome.bytes()).get("differences").size()).isEqualTo(7);
    }
}
