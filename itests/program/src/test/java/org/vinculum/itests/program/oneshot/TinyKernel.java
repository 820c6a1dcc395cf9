package org.vinculum.itests.program.oneshot;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// A kernel of ten instructions, so that the program can be tried where there is a QEMU but no Linux: it says one thing on
/// the console of QEMU's `virt` machine, then switches the machine off, or stays.
final class TinyKernel {
    private static final int HEADER = 64;
    private static final int SIZE = 512;
    private static final long LITTLE_ENDIAN_4K = 0b1010;
    private static final int MAGIC = 0x644d_5241;

    private static final int BRANCH_TO_CODE = 0x1400_0010;
    private static final int HVC = 0xd400_0002;
    private static final int STAY = 0x1400_0000;

    private TinyKernel() {}

    static Path saying(String text, Path file) throws IOException {
        return Files.write(file, image(text, HVC));
    }

    static Path thatStays(String text, Path file) throws IOException {
        return Files.write(file, image(text, STAY));
    }

    private static byte[] image(String text, int end) {
        ByteBuffer image = ByteBuffer.allocate(SIZE).order(ByteOrder.LITTLE_ENDIAN);
        image.putInt(BRANCH_TO_CODE).putInt(0);
        image.putLong(0).putLong(SIZE).putLong(LITTLE_ENDIAN_4K);
        image.putInt(HEADER - 8, MAGIC);
        image.position(HEADER);
        image.putInt(0xd2a1_2001); // movz x1, #0x900, lsl #16: the PL011
        image.putInt(0x1000_0122); // adr x2, text
        image.putInt(0x3840_1443); // next: ldrb w3, [x2], #1
        image.putInt(0x3400_0063); // cbz w3, done
        image.putInt(0x3900_0023); // strb w3, [x1]
        image.putInt(0x17ff_fffd); // b next
        image.putInt(0x5280_0100); // done: movz w0, #8
        image.putInt(0x72b0_8000); // movk w0, #0x8400, lsl #16: PSCI SYSTEM_OFF
        image.putInt(end);
        image.putInt(STAY);
        image.put(text.getBytes(StandardCharsets.US_ASCII));
        return image.array();
    }
}
