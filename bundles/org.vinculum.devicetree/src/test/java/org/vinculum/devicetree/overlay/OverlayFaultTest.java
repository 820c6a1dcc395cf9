package org.vinculum.devicetree.overlay;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.vinculum.devicetree.model.Node;
import org.vinculum.devicetree.model.Overlays.Named;
import org.vinculum.devicetree.model.Property;
import org.vinculum.firmware.UnreadableInputException;

class OverlayFaultTest {
    @Test
    void aLabelThatTheBaseDoesNotHaveIsNamed() {
        assertFault(
                Trees.onLabel("uart9"),
                "o.dtbo: /__fixups__ uart9: expected a label uart9 in __symbols__ of base.dtb,"
                        + " found none");
    }

    @Test
    void aTargetPathThatLeadsNowhereIsNamedWithItsFragment() {
        assertFault(
                Trees.onPath("/soc"),
                "o.dtbo: /fragment@0: expected a target in base.dtb, found no node for target-path"
                        + " \"/soc\"");
    }

    @Test
    void aFragmentWithoutTargetIsNamed() {
        Named overlay = Trees.onPath("/b");
        Trees.fragment(overlay).remove("target-path");

        assertFault(
                overlay, "o.dtbo: /fragment@0: expected a target or a target-path, found neither");
    }

    @Test
    void aTargetWithoutFixupIsNamed() {
        Named overlay = Trees.onPath("/b");
        Trees.fragment(overlay).set(Property.cells("target", -1));

        assertFault(
                overlay,
                "o.dtbo: /fragment@0: expected a target with a fixup, found the unresolved"
                        + " 0xffffffff");
    }

    @Test
    void aFixupThatIsNoneIsShown() {
        Named overlay = Trees.onPath("/b");
        Trees.fixup(overlay, "a", "/fragment@0:refs");

        assertFault(
                overlay,
                "o.dtbo: /__fixups__ a: expected path:property:offset, found '/fragment@0:refs'");
    }

    @Test
    void aFixupOutsideItsValueIsNamed() {
        Named overlay = Trees.onPath("/b");
        Trees.changes(overlay).set(Property.cells("refs", -1));
        Trees.fixup(overlay, "a", "/fragment@0/__overlay__:refs:1");

        assertFault(
                overlay,
                "o.dtbo: /__fixups__ a: expected an offset inside the value of 4 bytes of"
                        + " /fragment@0/__overlay__ refs, found 1");
    }

    @Test
    void aLocalFixupOfAMissingPropertyIsNamed() {
        Named overlay = Trees.onPath("/b");
        Trees.localFixups(overlay).set(Property.cells("refs", 0));

        assertFault(
                overlay,
                "o.dtbo: /__local_fixups__/fragment@0/__overlay__ refs: expected a property refs of"
                        + " /fragment@0/__overlay__, found none");
    }

    @Test
    void aPhandleThatWouldReachTheReservedOneIsNamed() {
        Named overlay = Trees.onPath("/b");
        Trees.changes(overlay).add(new Node("n")).set(Property.cells("phandle", 0xffff_fff8));

        assertFault(
                overlay,
                "o.dtbo: /fragment@0/__overlay__/n phandle: expected a phandle that stays below"
                        + " 0xffffffff above the base's highest, 0x7, found 0xfffffff8");
    }

    private static void assertFault(Named overlay, String message) {
        assertThatThrownBy(() -> OverlayApplication.apply(Trees.base(), List.of(overlay)))
                .isInstanceOf(UnreadableInputException.class)
                .hasMessage(message);
    }
}
