package org.vinculum.devicetree.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.assertj.core.api.AbstractStringAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vinculum.devicetree.model.DeviceTree;
import org.vinculum.firmware.InputFile;
import org.vinculum.firmware.UnreadableInputException;

/// Other files that a source takes in.
class IncludesTest {
    @TempDir Path folder;

    @Test
    void anIncludedFileStandsInPlaceOfItsName() throws IOException {
        file("cells.dtsi", "1 2");

        assertThat(
                        read("/dts-v1/; / { a = <0 /include/ \"cells.dtsi\" 3>; };")
                                .root()
                                .property("a"))
                .hasValueSatisfying(a -> assertThat(a.cells()).containsExactly(0, 1, 2, 3));
    }

    @Test
    void aFileNamesOthersRelativeToItself() throws IOException {
        file("soc/soc.dtsi", "/ { /include/ \"cpu.dtsi\" };");
        file("soc/cpu.dtsi", "cpu;");

        assertThat(read("/dts-v1/; /include/ \"soc/soc.dtsi\"").root().has("cpu")).isTrue();
    }

    @Test
    void aFileMayNameOneInTheFolderAbove() throws IOException {
        file("soc/soc.dtsi", "/include/ \"../root.dtsi\"");
        file("root.dtsi", "/ { };");

        assertThat(read("/dts-v1/; /include/ \"soc/soc.dtsi\"").root().properties()).isEmpty();
    }

    @Test
    void oneFileMayBeIncludedTwice() throws IOException {
        file("cell.dtsi", "7");

        assertThat(
                        read("/dts-v1/; / { a = </include/ \"cell.dtsi\" /include/ \"cell.dtsi\">;"
                                        + " };")
                                .root()
                                .property("a"))
                .hasValueSatisfying(a -> assertThat(a.cells()).containsExactly(7, 7));
    }

    @Test
    void aMistakeInAnIncludedFileIsReportedThere() throws IOException {
        file("soc/soc.dtsi", "/ {\n  a = 5;\n};");

        assertRefusal("/dts-v1/; /include/ \"soc/soc.dtsi\"")
                .isEqualTo(
                        "boards/soc/soc.dtsi:2:7: expected a value: a string, '<', '[', a"
                                + " reference, /bits/ or /incbin/, found number 0x5");
    }

    @Test
    void afterAnIncludedFileTheOuterPlaceIsBack() throws IOException {
        file("a.dtsi", "\n\n");

        assertRefusal("/dts-v1/;\n/include/ \"a.dtsi\" oops")
                .isEqualTo(
                        "boards/t.dts:2:20: expected /memreserve/, '/' or a reference, found name"
                                + " \"oops\"");
    }

    @Test
    void aFileThatIncludesItselfIsRefused() {
        file("t.dts", "");

        assertRefusal("/dts-v1/; /include/ \"t.dts\"")
                .isEqualTo(
                        "boards/t.dts:1:21: expected a file that does not include itself, found"
                                + " \"t.dts\"");
    }

    @Test
    void twoFilesThatIncludeEachOtherAreRefused() {
        file("a.dtsi", "/include/ \"./b.dtsi\"");
        file("b.dtsi", "/include/ \"../" + folder.getFileName() + "/a.dtsi\"");

        assertRefusal("/dts-v1/; /include/ \"a.dtsi\"")
                .startsWith(
                        "boards/b.dtsi:1:11: expected a file that does not include itself, found");
    }

    @Test
    void filesInEachOtherAreAtMost64Deep() {
        for (int i = 0; i < 66; i++) {
            file(i + ".dtsi", "/include/ \"" + (i + 1) + ".dtsi\"");
        }

        assertRefusal("/dts-v1/; /include/ \"0.dtsi\"")
                .isEqualTo("boards/63.dtsi:1:11: expected files at most 64 deep, found one more");
    }

    @Test
    void anIncludeBombIsCountedOut() {
        file("0.dtsi", " ");
        for (int i = 1; i < 20; i++) {
            file(i + ".dtsi", ("/include/ \"" + (i - 1) + ".dtsi\" ").repeat(4));
        }

        assertRefusal("/dts-v1/; /include/ \"19.dtsi\"")
                .endsWith(": expected at most 1024 included files, found more");
    }

    @Test
    void includedTextIsBoundedAltogether() {
        file("a.dtsi", " ".repeat(6 << 20));

        assertRefusal("/dts-v1/;" + " /include/ \"a.dtsi\"".repeat(3))
                .endsWith("a.dtsi: expected at most 4194304 bytes, found more");
    }

    @Test
    void aMissingFileIsReportedWhereItIsNamed() {
        assertRefusal("/dts-v1/;\n/include/ \"gone.dtsi\"")
                .isEqualTo(
                        "boards/t.dts:2:11: expected the name of a file beside this one, found"
                                + " \"gone.dtsi\"");
    }

    @Test
    void aFolderIsNoFile() {
        assertRefusal("/dts-v1/;\n/include/ \".\"")
                .isEqualTo(
                        "boards/t.dts:2:11: expected the name of a file beside this one, found"
                                + " \".\"");
    }

    @Test
    void filesElsewhereCannotBeTakenIn() {
        assertRefusal("/dts-v1/;\n/include/ \"/etc/hostname\"")
                .isEqualTo(
                        "boards/t.dts:2:11: expected a file in or below the first file's folder,"
                                + " found \"/etc/hostname\"");
        assertRefusal("/dts-v1/; / { a = /incbin/(\"../../etc/hostname\"); };")
                .isEqualTo(
                        "boards/t.dts:1:28: expected a file in or below the first file's folder,"
                                + " found \"../../etc/hostname\"");
    }

    @Test
    void aNameThatIsNoneIsRefused() {
        assertRefusal("/dts-v1/;\n/include/ \"a\\0b\"")
                .isEqualTo("boards/t.dts:2:11: expected a file name, found \"a?b\"");
        assertRefusal("/dts-v1/;\n/include/ a.dtsi")
                .isEqualTo(
                        "boards/t.dts:2:11: expected a file name in quotes after /include/, found"
                                + " 'a'");
    }

    @Test
    void aBinaryFileBecomesBytes() throws IOException {
        Files.write(folder.resolve("rom.bin"), new byte[] {1, 2, 3, 4});

        assertThat(value("/incbin/(\"rom.bin\")")).containsExactly(1, 2, 3, 4);
        assertThat(value("[00], /incbin/(\"rom.bin\"), [ff]")).containsExactly(0, 1, 2, 3, 4, 255);
    }

    @Test
    void partOfABinaryFileIsTakenFromItsOffset() throws IOException {
        Files.write(folder.resolve("rom.bin"), new byte[] {1, 2, 3, 4});

        assertThat(value("/incbin/(\"rom.bin\", 1, 2)")).containsExactly(2, 3);
        assertThat(value("/incbin/(\"rom.bin\", (1 + 2), 0x10)")).containsExactly(4);
        assertThat(value("/incbin/(\"rom.bin\", 4, 1)")).isEmpty();
        assertThat(value("/incbin/(\"rom.bin\", 0xffffffffffffffff, 1)")).isEmpty();
        assertThat(value("/incbin/(\"rom.bin\", 0, 0xffffffffffffffff)")).hasSize(4);
    }

    @Test
    void binaryFilesAreBoundedAltogether() throws IOException {
        Files.write(folder.resolve("rom.bin"), new byte[9 << 20]);

        assertRefusal("/dts-v1/; / { a = /incbin/(\"rom.bin\"), /incbin/(\"rom.bin\"); };")
                .isEqualTo(
                        "boards/t.dts:1:49: expected at most 7340032 more bytes, found 9437184"
                                + " bytes");
    }

    private int[] value(String value) {
        byte[] bytes =
                read("/dts-v1/; / { a = " + value + "; };").root().properties().getFirst().value();
        int[] unsigned = new int[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            unsigned[i] = bytes[i] & 0xff;
        }
        return unsigned;
    }

    private DeviceTree read(String source) {
        return DtsReader.read(
                new InputFile(
                        "boards/t.dts",
                        source.getBytes(StandardCharsets.UTF_8),
                        Optional.of(folder)));
    }

    private AbstractStringAssert<?> assertRefusal(String source) {
        try {
            read(source);
        } catch (UnreadableInputException e) {
            return assertThat(e.getMessage());
        }
        throw new AssertionError("was read: " + source);
    }

    private void file(String name, String content) {
        try {
            Path file = folder.resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
