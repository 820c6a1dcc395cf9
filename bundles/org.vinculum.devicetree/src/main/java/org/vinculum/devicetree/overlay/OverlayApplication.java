package org.vinculum.devicetree.overlay;

import java.util.List;
import org.vinculum.devicetree.fdt.FdtReader;
import org.vinculum.devicetree.fdt.InPlaceEditor;
import org.vinculum.devicetree.model.DeviceTree;
import org.vinculum.devicetree.model.Node;
import org.vinculum.devicetree.model.Overlays.Named;
import org.vinculum.devicetree.model.Property;
import org.vinculum.firmware.InputFile;

/// Applies compiled overlays in order to a copy of a base: all of them, or none when one is at fault.
public final class OverlayApplication {
    private OverlayApplication() {}

    /// @throws org.vinculum.firmware.UnreadableInputException naming the overlay and what in it is at fault
    public static DeviceTree apply(Named base, List<Named> overlays) {
        return apply(base, overlays, Edits.IGNORED);
    }

    /// The blob that remains when every change is made inside the base's blob, as boot loaders do it.
    ///
    /// @throws org.vinculum.firmware.UnreadableInputException when the base is no blob, or naming the overlay and what in
    ///     it is at fault
    public static byte[] applyInPlace(InputFile base, List<Named> overlays) {
        InPlaceEditor editor = new InPlaceEditor(base);
        apply(
                new Named(base.name(), FdtReader.read(base)),
                overlays,
                new Edits() {
                    @Override
                    public void set(Node node, Property property) {
                        editor.set(node, property);
                    }

                    @Override
                    public void add(Node parent, String child) {
                        editor.add(parent, child);
                    }
                });
        return editor.packed();
    }

    private static DeviceTree apply(Named base, List<Named> overlays, Edits edits) {
        Named current = base;
        for (Named overlay : overlays) {
            current = new Named(base.name(), apply(current, overlay, edits));
        }
        return overlays.isEmpty() ? base.tree().copy() : current.tree();
    }

    private static DeviceTree apply(Named named, Named changes, Edits edits) {
        Base base = new Base(named, edits);
        Overlay overlay = new Overlay(changes);
        new PhandleShift(overlay, base.phandles().highest()).apply();
        new LabelFixups(overlay, base).apply();
        new KeptPhandles(overlay, base).apply();
        new Fragments(overlay, base).merge();
        new Symbols(overlay, base).append();
        return base.tree();
    }
}
