package org.vinculum.devicetree;

import java.nio.charset.StandardCharsets;
import org.osgi.annotation.bundle.Capability;
import org.osgi.service.component.annotations.Component;
import org.vinculum.devicetree.fdt.FdtReader;
import org.vinculum.devicetree.fdt.FdtWriter;
import org.vinculum.devicetree.fdt.LosslessRewrite;
import org.vinculum.devicetree.json.JsonReader;
import org.vinculum.devicetree.json.JsonWriter;
import org.vinculum.devicetree.model.DeviceTree;
import org.vinculum.devicetree.model.DeviceTreeCodec;
import org.vinculum.devicetree.model.TreeFormat;
import org.vinculum.devicetree.model.WriteOptions;
import org.vinculum.devicetree.source.DtsReader;
import org.vinculum.devicetree.source.DtsWriter;
import org.vinculum.firmware.InputFile;

/// The codec service: chooses the reader and the writer of a format.
@Component(name = "org.vinculum.devicetree.codec")
@Capability(namespace = "vinculum.contract", name = "devicetree.codec", version = "1.0")
public final class TreeCodec implements DeviceTreeCodec {
    @Override
    public TreeFormat recognise(InputFile file) {
        if (FdtReader.recognises(file)) {
            return TreeFormat.DTB;
        }
        return startsWithBrace(file.content()) ? TreeFormat.JSON : TreeFormat.DTS;
    }

    @Override
    public DeviceTree read(InputFile file, TreeFormat format) {
        return switch (format) {
            case DTB -> FdtReader.read(file);
            case DTS -> DtsReader.read(file);
            case JSON -> JsonReader.read(file);
        };
    }

    @Override
    public DeviceTree readWithSymbols(InputFile file, TreeFormat format) {
        return format == TreeFormat.DTS ? DtsReader.readWithSymbols(file) : read(file, format);
    }

    @Override
    public byte[] write(DeviceTree tree, TreeFormat format, WriteOptions options) {
        return switch (format) {
            case DTB -> FdtWriter.write(tree, options.pad());
            case DTS -> DtsWriter.write(tree).getBytes(StandardCharsets.ISO_8859_1);
            case JSON -> JsonWriter.write(tree);
        };
    }

    @Override
    public byte[] rewrite(InputFile blob) {
        return LosslessRewrite.of(blob);
    }

    private static boolean startsWithBrace(byte[] content) {
        for (byte b : content) {
            if (b > ' ') {
                return b == '{';
            }
        }
        return false;
    }
}
