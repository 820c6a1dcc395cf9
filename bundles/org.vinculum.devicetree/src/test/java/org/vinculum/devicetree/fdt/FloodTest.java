package org.vinculum.devicetree.fdt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.vinculum.firmware.InputFile;
import org.vinculum.firmware.UnreadableInputException;

/// Large inputs that would fill the heap or the stack, or take quadratic time, were they read carelessly.
class FloodTest {
    private static final int MANY = 1_000_000;

    @Test
    void aMillionNopsAreReadAndKept() {
        InputFile file = blob(flood(new int[] {1, 0}, new int[] {4}, MANY, 2, 9), "p\0");

        assertThat(FdtReader.read(file).root().properties()).isEmpty();
        assertThat(LosslessRewrite.of(file)).isEqualTo(file.content());
    }

    @Test
    void aDepthOfAMillionIsRefusedAtTheCap() {
        InputFile file = blob(flood(new int[] {1, 0}, new int[] {1, 0x61000000}, MANY, 9), "p\0");

        assertThatThrownBy(() -> FdtReader.read(file))
                .isInstanceOf(UnreadableInputException.class)
                .hasMessage(
                        "f.dtb: offset 0x240: expected nodes at most 64 deep, found a deeper one");
    }

    @Test
    void aMillionSiblingsOfOneNameAreRefused() {
        InputFile file =
                blob(flood(new int[] {1, 0}, new int[] {1, 0x61000000, 2}, MANY, 2, 9), "p\0");

        assertThatThrownBy(() -> FdtReader.read(file))
                .isInstanceOf(UnreadableInputException.class)
                .hasMessageEndingWith("expected each child of / once, found a second a");
    }

    @Test
    void namesThatShareTheirEndsAMillionfoldAreRefused() {
        int names = 100_000;
        int[] words = new int[names * 3 + 4];
        words[0] = 1;
        for (int i = 0; i < names; i++) {
            words[2 + i * 3] = 3;
            words[4 + i * 3] = i;
        }
        words[words.length - 2] = 2;
        words[words.length - 1] = 9;
        var strings = new StringBuilder("a".repeat(names));
        for (int i = 200; i < names; i += 200) {
            strings.setCharAt(i, '\0');
        }
        InputFile file = blob(words, strings.append("\0").toString());

        assertThatThrownBy(() -> FdtReader.read(file))
                .isInstanceOf(UnreadableInputException.class)
                .hasMessageContaining("expected");
    }

    @Test
    void aNameWithoutEndIsRefusedWithoutReadingOn() {
        InputFile file = blob(new int[] {1, 0, 3, 0, 0, 2, 9}, "a".repeat(MANY));

        assertThatThrownBy(() -> FdtReader.read(file))
                .isInstanceOf(UnreadableInputException.class)
                .hasMessageContaining("a property name of at most 255 bytes");
    }

    // `head`, then `body` so many times, then `tail`.
    private static int[] flood(int[] head, int[] body, int times, int... tail) {
        int[] words = new int[head.length + body.length * times + tail.length];
        System.arraycopy(head, 0, words, 0, head.length);
        for (int i = 0; i < times; i++) {
            System.arraycopy(body, 0, words, head.length + i * body.length, body.length);
        }
        System.arraycopy(tail, 0, words, words.length - tail.length, tail.length);
        return words;
    }

    // A version 17 blob without reservations.
    private static InputFile blob(int[] struct, String strings) {
        byte[] text = strings.getBytes(StandardCharsets.ISO_8859_1);
        int structSize = struct.length * 4;
        Cells out = new Cells(0x38 + structSize + text.length);
        int[] header = {
            Header.MAGIC,
            0x38 + structSize + text.length,
            0x38,
            0x38 + structSize,
            0x28,
            17,
            16,
            0,
            text.length,
            structSize,
            0,
            0,
            0,
            0
        };
        for (int word : header) {
            out.u32(word);
        }
        for (int word : struct) {
            out.u32(word);
        }
        out.bytes(Bytes.of(text));
        return InputFile.of("f.dtb", out.bytes());
    }
}
