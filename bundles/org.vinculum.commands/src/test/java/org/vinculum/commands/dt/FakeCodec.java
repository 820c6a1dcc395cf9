package org.vinculum.commands.dt;

import java.nio.charset.StandardCharsets;
import org.vinculum.devicetree.model.DeviceTree;
import org.vinculum.devicetree.model.DeviceTreeCodec;
import org.vinculum.devicetree.model.Node;
import org.vinculum.devicetree.model.Property;
import org.vinculum.devicetree.model.TreeFormat;
import org.vinculum.devicetree.model.WriteOptions;
import org.vinculum.firmware.InputFile;
import org.vinculum.firmware.UnreadableInputException;

/// A codec whose files say their own format in the first word and hold one property; `broken` is no tree at all.
public final class FakeCodec implements DeviceTreeCodec {
    @Override
    public TreeFormat recognise(InputFile file) {
        return text(file).startsWith("DTB") ? TreeFormat.DTB : TreeFormat.DTS;
    }

    @Override
    public DeviceTree read(InputFile file, TreeFormat format) {
        String text = text(file);
        if (!text.startsWith(format.name())) {
            throw UnreadableInputException.of(file.name(), format.name(), text);
        }
        Node root = new Node("");
        root.set(Property.strings("model", text.substring(4)));
        return DeviceTree.of(root);
    }

    @Override
    public DeviceTree readWithSymbols(InputFile file, TreeFormat format) {
        DeviceTree tree = read(file, format);
        String model = tree.root().property("model").orElseThrow().string();
        String symbols = format == TreeFormat.DTS ? " symbols" : "";
        tree.root().set(Property.strings("model", model + symbols));
        return tree;
    }

    @Override
    public byte[] write(DeviceTree tree, TreeFormat format, WriteOptions options) {
        String model = tree.root().property("model").orElseThrow().string();
        String pad = options.pad() > 0 ? " pad " + options.pad() : "";
        return (format + " " + model + pad).getBytes(StandardCharsets.ISO_8859_1);
    }

    @Override
    public byte[] rewrite(InputFile blob) {
        return ("rewritten " + text(blob)).getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String text(InputFile file) {
        return new String(file.content(), StandardCharsets.ISO_8859_1);
    }
}
