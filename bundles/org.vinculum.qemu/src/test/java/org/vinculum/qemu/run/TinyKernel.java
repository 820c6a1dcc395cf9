package org.vinculum.qemu.run;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/// A kernel that prints a text on the console of QEMU's `virt`, then powers off or hangs.
final class TinyKernel {
    private static final int[] PRINT = {
        0x10000141, //    adr   x1, text
        0xd2a12002, //    mov   x2, #0x09000000   PL011
        0x38401423, // 1: ldrb  w3, [x1], #1
        0x34000063, //    cbz   w3, 2f
        0xb9000043, //    str   w3, [x2]          UARTDR
        0x17fffffd, //    b     1b
        0x52b08000, // 2: mov   w0, #0x84000000
        0x11002000, //    add   w0, w0, #8        SYSTEM_OFF
    };
    private static final int POWER_OFF = 0xd4000002; // hvc #0
    private static final int NOTHING = 0xd503201f; // nop
    private static final int HANG = 0x14000000; // b .

    private TinyKernel() {}

    static byte[] thatSays(String text) {
        return image(text, POWER_OFF);
    }

    static byte[] thatSaysAndHangs(String text) {
        return image(text, NOTHING);
    }

    private static byte[] image(String text, int end) {
        ByteBuffer code =
                ByteBuffer.allocate((PRINT.length + 2) * Integer.BYTES)
                        .order(ByteOrder.LITTLE_ENDIAN);
        for (int word : PRINT) {
            code.putInt(word);
        }
        code.putInt(end).putInt(HANG);
        ByteArrayOutputStream image = new ByteArrayOutputStream();
        image.writeBytes(code.array());
        image.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
        image.writeBytes(new byte[64]);
        return image.toByteArray();
    }
}
