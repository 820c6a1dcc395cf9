package org.vinculum.qemu.tree;

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
    private static final String NAME = "QEMU's device tree";

    private final DeviceTreeCodec codec;

    /// @param codec reads QEMU's tree and writes ours
    public GuestTree(DeviceTreeCodec codec, Overlays overlays) {
        this.codec = codec;
    }

    /// As [#make(byte[], Layout, TreeOptions)] with [TreeOptions#ORDINARY].
    public byte[] make(byte[] dump, Layout layout) {
        return make(dump, layout, TreeOptions.ORDINARY);
    }

    /// @param dump what `-machine dumpdtb=` wrote
    /// @return a blob
    /// @throws UnreadableInputException when it is no tree of a machine with GICv3 and an interrupt translation service
    public byte[] make(byte[] dump, Layout layout, TreeOptions options) {
        DeviceTree base = codec.read(InputFile.of(NAME, dump));
        return codec.write(base, TreeFormat.DTB);
    }
}
