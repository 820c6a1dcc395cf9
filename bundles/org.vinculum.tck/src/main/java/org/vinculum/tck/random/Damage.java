package org.vinculum.tck.random;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.vinculum.firmware.InputFile;

/// Files that are cut off, have other bytes, or parts of themselves twice.
public final class Damage {
    private static final byte[] TELLING = {0, 1, -1, 0x7f, (byte) 0x80, '{', '}', '"', '\n'};

    private Damage() {}

    public static byte[] of(SplittableRandom random, InputFile file) {
        byte[] content = file.content().clone();
        if (content.length == 0) {
            return content;
        }
        return switch (random.nextInt(4)) {
            case 0 -> Arrays.copyOf(content, random.nextInt(content.length));
            case 1 -> repeated(random, content);
            default -> changed(random, content);
        };
    }

    private static byte[] changed(SplittableRandom random, byte[] content) {
        for (int i = random.nextInt(1, 9); i > 0; i--) {
            content[random.nextInt(content.length)] =
                    random.nextBoolean()
                            ? TELLING[random.nextInt(TELLING.length)]
                            : (byte) random.nextInt();
        }
        return content;
    }

    private static byte[] repeated(SplittableRandom random, byte[] content) {
        int from = random.nextInt(content.length);
        int length = random.nextInt(content.length - from) + 1;
        int to = random.nextInt(content.length - length + 1);
        System.arraycopy(content, from, content, to, length);
        return content;
    }
}
