package org.vinculum.devicetree.overlay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.vinculum.devicetree.fdt.FdtReader;
import org.vinculum.devicetree.fdt.FdtWriter;
import org.vinculum.devicetree.model.DeviceTree;
import org.vinculum.devicetree.model.Node;
import org.vinculum.devicetree.model.Overlays.Named;
import org.vinculum.devicetree.model.Property;
import org.vinculum.firmware.InputFile;
import org.vinculum.firmware.UnreadableInputException;

class OverlayApplicationTest {
    @Test
    void newPropertiesAndNodesComeBeforeTheOldOnes() {
        Named overlay = Trees.onLabel("a");
        Trees.changes(overlay).set(Property.empty("n1")).set(Property.empty("n2"));
        Trees.changes(overlay).add(new Node("m1"));
        Trees.changes(overlay).add(new Node("m2"));

        Node a = apply(overlay).node("/a@1").orElseThrow();

        assertThat(a.properties())
                .extracting(Property::name)
                .containsExactly("n2", "n1", "phandle", "x");
        assertThat(a.children()).extracting(Node::name).containsExactly("m2", "m1", "s");
    }

    @Test
    void aPropertyThatIsThereChangesWhereItStands() {
        Named overlay = Trees.onPath("/a@1");
        Trees.changes(overlay).set(Property.cells("x", 1));

        assertThat(apply(overlay).node("/a@1").orElseThrow().properties())
                .containsExactly(Property.cells("phandle", 5), Property.cells("x", 1));
    }

    @Test
    void ownPhandlesAndReferencesMovePastTheHighestOfTheBase() {
        Named overlay = Trees.onPath("/b");
        Trees.changes(overlay).add(new Node("n")).set(Property.cells("phandle", 2));
        Trees.changes(overlay).set(Property.cells("refs", 0x11, 2));
        Trees.localFixups(overlay).set(Property.cells("refs", 4));

        DeviceTree tree = apply(overlay);

        assertThat(tree.node("/b/n").orElseThrow().property("phandle"))
                .hasValue(Property.cells("phandle", 9));
        assertThat(tree.node("/b").orElseThrow().property("refs"))
                .hasValue(Property.cells("refs", 0x11, 9));
    }

    @Test
    void labelsOfTheBaseAreFilledInAtTheirOffsets() {
        Named overlay = Trees.onLabel("b");
        Trees.changes(overlay).set(Property.cells("refs", -1, 1, -1));
        Trees.fixup(
                overlay, "a", "/fragment@0/__overlay__:refs:0", "/fragment@0/__overlay__:refs:8");

        assertThat(apply(overlay).node("/b").orElseThrow().property("refs"))
                .hasValue(Property.cells("refs", 5, 1, 5));
    }

    @Test
    void aNodeOfTheBaseKeepsItsPhandleAndTheOverlayFollows() {
        Named overlay = Trees.onPath("/");
        Node b = Trees.changes(overlay).add(new Node("b"));
        b.set(Property.cells("phandle", 1));
        b.set(Property.cells("self", 1));
        Trees.special(Trees.localFixups(overlay), "b").set(Property.cells("self", 0));

        Node merged = apply(overlay).node("/b").orElseThrow();

        assertThat(merged.property("phandle")).hasValue(Property.cells("phandle", 7));
        assertThat(merged.property("self")).hasValue(Property.cells("self", 7));
    }

    @Test
    void labelsOfTheOverlayBecomeLabelsOfTheResult() {
        Named first = Trees.onLabel("a");
        Trees.changes(first).add(new Node("n")).set(Property.cells("phandle", 1));
        Trees.special(first.tree().root(), "__symbols__")
                .set(Property.strings("n", "/fragment@0/__overlay__/n"));
        Named second = Trees.onLabel("n");
        Trees.changes(second).set(Property.empty("found"));

        DeviceTree tree = OverlayApplication.apply(Trees.base(), List.of(first, second));

        assertThat(tree.node("/__symbols__").orElseThrow().property("n"))
                .hasValue(Property.strings("n", "/a@1/n"));
        assertThat(tree.node("/a@1/n").orElseThrow().has("found")).isTrue();
    }

    @Test
    void aNameWithoutUnitAddressMeansTheNodeThatHasOne() {
        Named overlay = Trees.onPath("/");
        Trees.changes(overlay).add(new Node("a")).set(Property.empty("found"));

        assertThat(apply(overlay).node("/a@1").orElseThrow().has("found")).isTrue();
    }

    @Test
    void theBaseIsNeverChanged() {
        Named base = Trees.base();
        byte[] before = FdtWriter.write(base.tree(), 0);
        Named good = Trees.onPath("/b");
        Trees.changes(good).set(Property.empty("new"));

        assertThatThrownBy(
                        () -> OverlayApplication.apply(base, List.of(good, Trees.onPath("/none"))))
                .isInstanceOf(UnreadableInputException.class);
        assertThat(FdtWriter.write(base.tree(), 0)).isEqualTo(before);
    }

    @Test
    void changesInPlaceGiveTheSameTree() {
        Named overlay = Trees.onLabel("a");
        Trees.changes(overlay).set(Property.cells("x", 1, 2)).set(Property.strings("new", "text"));
        Trees.changes(overlay).add(new Node("s")).set(Property.empty("below"));
        InputFile blob = InputFile.of("base.dtb", FdtWriter.write(Trees.base().tree(), 0));

        byte[] inPlace = OverlayApplication.applyInPlace(blob, List.of(overlay));

        DeviceTree read = FdtReader.read(InputFile.of("r", inPlace));
        assertThat(FdtWriter.write(read, 0)).isEqualTo(FdtWriter.write(apply(overlay), 0));
    }

    private static DeviceTree apply(Named overlay) {
        return OverlayApplication.apply(Trees.base(), List.of(overlay));
    }
}
