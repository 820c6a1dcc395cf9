package org.vinculum.devicetree.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.vinculum.devicetree.fdt.FdtWriter;
import org.vinculum.devicetree.model.DeviceTree;
import org.vinculum.firmware.InputFile;
import org.vinculum.firmware.UnreadableInputException;

/// Sources with mistakes at random: either a tree that can be written in every form, or a message with its place.
class DtsMutationTest {
    private static final int ROUNDS = 30_000;

    private static final String[] WORDS = {
        "{",
        "}",
        ";",
        "};",
        "<",
        ">",
        "[",
        "]",
        "(",
        ")",
        "=",
        ",",
        "&",
        "&{/",
        "\"",
        "'",
        "\\",
        "/",
        "/*",
        "*/",
        "//",
        "\n",
        "\0",
        "#include ",
        "# 9 \"x\"\n",
        "/bits/ 64 ",
        "/bits/ 99999999999999999999 ",
        "/delete-node/ ",
        "/delete-property/ ",
        "/omit-if-no-ref/ ",
        "/plugin/;",
        "/dts-v1/;",
        "/include/ \"a\"",
        "/incbin/(\"a\")",
        "/memreserve/ ",
        "label: ",
        "&first",
        "&{/node}",
        "0x",
        "08",
        "18446744073709551616",
        "(1/0)",
        "?",
        ":",
        "<<",
        "\\x",
        "phandle = <1>;",
        "name = \"x\";",
        "a {",
        "((((((((((",
        "- ~ ! ",
        "\u00ff"
    };

    @Test
    @Timeout(value = 120, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void everyMutantIsReadOrRefusedWithItsPlace() throws IOException, URISyntaxException {
        List<byte[]> seeds = seeds();
        for (long seed = 0; seed < ROUNDS; seed++) {
            var random = new SplittableRandom(seed);
            byte[] mutant = seeds.get(random.nextInt(seeds.size()));
            for (int i = random.nextInt(1, 5); i > 0; i--) {
                mutant = mutated(mutant, random);
            }
            check(mutant, seed);
        }
    }

    private static void check(byte[] mutant, long seed) {
        try {
            InputFile file = InputFile.of("fuzz.dts", mutant);
            DeviceTree tree =
                    seed % 2 == 0 ? DtsReader.read(file) : DtsReader.readWithSymbols(file);
            FdtWriter.write(tree, 0);
            DtsWriter.write(tree);
        } catch (UnreadableInputException e) {
            assertThat(e.getMessage())
                    .as("seed %d", seed)
                    .matches("(?s).{1,200}:[1-9]\\d*:[1-9]\\d*: expected .+, found .+");
        } catch (RuntimeException e) {
            fail("seed " + seed + ":\n" + new String(mutant, StandardCharsets.ISO_8859_1), e);
        }
    }

    private static byte[] mutated(byte[] source, SplittableRandom random) {
        int at = random.nextInt(source.length + 1);
        int end = at + random.nextInt(Math.min(source.length - at, 40) + 1);
        return switch (random.nextInt(5)) {
            case 0 -> Arrays.copyOf(source, at);
            case 1 -> joined(source, at, new byte[0], end);
            case 2 -> joined(source, at, Arrays.copyOfRange(source, at, end), at);
            case 3 ->
                    joined(source, at, new byte[] {(byte) random.nextInt(256)}, Math.max(at, end));
            default -> joined(source, at, word(random), random.nextBoolean() ? at : end);
        };
    }

    private static byte[] word(SplittableRandom random) {
        return WORDS[random.nextInt(WORDS.length)].getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] joined(byte[] source, int head, byte[] middle, int tail) {
        var out = new ByteArrayOutputStream();
        out.write(source, 0, head);
        out.writeBytes(middle);
        out.write(source, tail, source.length - tail);
        return out.toByteArray();
    }

    private static List<byte[]> seeds() throws IOException, URISyntaxException {
        List<byte[]> seeds = new ArrayList<>();
        for (Path file : DtsCasesTest.cases()) {
            seeds.add(Files.readAllBytes(file));
        }
        return seeds;
    }
}
