package org.vinculum.commands.dt;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vinculum.commands.FakeParts;
import org.vinculum.commands.Session;
import org.vinculum.commands.Session.Outcome;
import org.vinculum.devicetree.model.DeviceTree;
import org.vinculum.devicetree.model.DeviceTreeCodec;
import org.vinculum.devicetree.model.InPlaceOverlays;
import org.vinculum.devicetree.model.Node;
import org.vinculum.devicetree.model.Overlays;
import org.vinculum.devicetree.model.Property;
import org.vinculum.firmware.UnreadableInputException;

class OverlayVerbTest {
    @TempDir Path folder;

    private final FakeParts parts = new FakeParts().with(DeviceTreeCodec.class, new FakeCodec());
    private Session session;

    @BeforeEach
    void userWithABaseAndOverlays() {
        session =
                new Session(folder, parts)
                        .file("base.dtb", "DTB base")
                        .file("one.dtbo", "DTB one")
                        .file("two.dts", "DTS two");
    }

    private static DeviceTree joined(Overlays.Named base, List<Overlays.Named> overlays) {
        List<String> models = new ArrayList<>(List.of(model(base)));
        overlays.forEach(overlay -> models.add(model(overlay)));
        Node root = new Node("");
        root.set(Property.strings("model", String.join("+", models)));
        return DeviceTree.of(root);
    }

    private static String model(Overlays.Named named) {
        return named.tree().root().property("model").orElseThrow().string();
    }

    @Test
    void overlaysAreAppliedInOrderAndSourceIsCompiledWithItsSymbols() {
        parts.with(Overlays.class, OverlayVerbTest::joined);

        Outcome outcome = session.run("dt overlay base.dtb one.dtbo two.dts out.dts");

        assertThat(outcome.exit()).isZero();
        assertThat(session.read("out.dts")).isEqualTo("DTS base+one+two symbols");
    }

    @Test
    void fromBlobToBlobTheBaseIsChangedInPlace() {
        InPlaceOverlays inPlace =
                (base, overlays) -> ("in place " + base.name()).getBytes(StandardCharsets.US_ASCII);
        parts.with(InPlaceOverlays.class, inPlace).with(Overlays.class, OverlayVerbTest::joined);

        session.run("dt overlay base.dtb one.dtbo out.dtb");
        session.run("dt overlay base.dtb one.dtbo out.dts");

        assertThat(session.read("out.dtb")).startsWith("in place").endsWith("base.dtb");
        assertThat(session.read("out.dts")).isEqualTo("DTS base+one");
    }

    @Test
    void anOverlayThatDoesNotFitLeavesNoOutput() {
        parts.with(
                Overlays.class,
                (base, overlays) -> {
                    throw UnreadableInputException.of(
                            overlays.getFirst().name(), "a target in the base", "nothing");
                });

        Outcome outcome = session.run("dt overlay base.dtb one.dtbo out.dts");

        assertThat(outcome.exit()).isEqualTo(2);
        assertThat(outcome.err()).contains("one.dtbo: expected a target in the base");
        assertThat(session.path("out.dts")).doesNotExist();
    }

    @Test
    void standardInputCanBeOneOfTheTreesOnly() {
        parts.with(Overlays.class, OverlayVerbTest::joined);
        session.standardInput("DTB piped");

        assertThat(session.run("dt overlay base.dtb - -").out()).isEqualTo("DTS base+piped");
        assertThat(session.run("dt overlay - - -").exit()).isEqualTo(2);
    }

    @Test
    void twoFilesAreTooFew() {
        parts.with(Overlays.class, OverlayVerbTest::joined);

        Outcome outcome = session.run("dt overlay base.dtb out.dtb");

        assertThat(outcome.exit()).isEqualTo(2);
        assertThat(outcome.err()).contains("OVERLAY");
    }

    @Test
    void withoutTheServiceTheMissingPartIsNamed() {
        Outcome outcome = session.run("dt overlay base.dtb one.dtbo out.dts");

        assertThat(outcome.exit()).isEqualTo(3);
        assertThat(outcome.err()).contains("Overlays").contains("org.vinculum.devicetree");
    }
}
