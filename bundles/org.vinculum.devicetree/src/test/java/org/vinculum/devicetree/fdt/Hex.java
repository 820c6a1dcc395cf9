package org.vinculum.devicetree.fdt;

import java.util.HexFormat;
import org.vinculum.firmware.InputFile;

/// Blobs written down as hex, the way a dump shows them.
final class Hex {
    private Hex() {}

    static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex.replaceAll("\\s", ""));
    }

    static InputFile file(String hex) {
        return InputFile.of("t.dtb", bytes(hex));
    }

    static String of(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
