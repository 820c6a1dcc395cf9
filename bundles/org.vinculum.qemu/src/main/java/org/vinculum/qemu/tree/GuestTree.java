package org.vinculum.qemu.tree;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.vinculum.devicetree.model.DeviceTree;
import org.vinculum.devicetree.model.DeviceTreeCodec;
import org.vinculum.devicetree.model.Overlays;
import org.vinculum.devicetree.model.TreeFormat;
import org.vinculum.firmware.InputFile;
import org.vinculum.firmware.UnreadableInputException;
import org.vinculum.qemu.layout.Layout;

/// The device tree that a guest boots with: the one QEMU made for the very same command line, with our SMMU and the PCI host
/// in front of it.
public final class GuestTree {
    private static final String BASE = "QEMU's device tree";
    private static final String OVERLAY = "the overlay with our SMMU";

    private final DeviceTreeCodec codec;
    private final Overlays overlays;

    /// @param codec reads QEMU's tree and writes the guest's
    public GuestTree(DeviceTreeCodec codec, Overlays overlays) {
        this.codec = codec;
        this.overlays = overlays;
    }

    /// As [#make(byte[], Layout, TreeOptions)] with [TreeOptions#ORDINARY].
    public byte[] make(byte[] dump, Layout layout) {
        return make(dump, layout, TreeOptions.ORDINARY);
    }

    /// @param dump what `-machine dumpdtb=` wrote
    /// @return a blob
    /// @throws UnreadableInputException when it is no tree, or not of a machine with that RAM, a GICv3 and an interrupt
    ///     translation service
    public byte[] make(byte[] dump, Layout layout, TreeOptions options) {
        DeviceTree base = codec.read(InputFile.of(BASE, dump));
        QemuTree found = QemuTree.of(BASE, base, layout);
        byte[] source = OurNodes.source(layout, found, options).getBytes(StandardCharsets.US_ASCII);
        DeviceTree ours = codec.read(InputFile.of(OVERLAY, source), TreeFormat.DTS);
        DeviceTree whole =
                overlays.apply(
                        new Overlays.Named(BASE, base), List.of(new Overlays.Named(OVERLAY, ours)));
        return codec.write(whole, TreeFormat.DTB);
    }
}
