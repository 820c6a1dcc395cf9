package org.vinculum.devicetree.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vinculum.devicetree.Tool;
import org.vinculum.devicetree.TreeCodec;
import org.vinculum.devicetree.model.DeviceTree;
import org.vinculum.devicetree.model.TreeFormat;
import org.vinculum.firmware.InputFile;

/// Sources of our own, one behaviour each, against the blobs that dtc 1.6.1 made of them once (`cases/NAME.dtb`, and
/// `cases/NAME.symbols.dtb` where `-@` makes a difference).
class DtsCasesTest {
    private final TreeCodec codec = new TreeCodec();

    static List<Path> cases() throws IOException, URISyntaxException {
        Path folder = Path.of(DtsCasesTest.class.getResource("cases").toURI());
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".dts")).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void sourceCompilesToThePinnedBlob(Path source) throws IOException {
        assertThat(codec.write(read(source), TreeFormat.DTB)).isEqualTo(pinned(source, ".dtb"));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void sourceWithSymbolsCompilesToThePinnedBlob(Path source) throws IOException {
        Path symbols = sibling(source, ".symbols.dtb");
        String ending = Files.exists(symbols) ? ".symbols.dtb" : ".dtb";

        DeviceTree tree = codec.readWithSymbols(InputFile.read(source), TreeFormat.DTS);
        byte[] blob = codec.write(tree, TreeFormat.DTB);

        assertThat(blob).isEqualTo(pinned(source, ending));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void sourceWrittenAndReadAgainGivesTheSameBlob(Path source) throws IOException {
        DeviceTree tree = read(source);
        String text = DtsWriter.write(tree);
        DeviceTree again =
                DtsReader.read(
                        InputFile.of("again.dts", text.getBytes(StandardCharsets.ISO_8859_1)));

        var sameBootCpu = new DeviceTree(again.root(), again.reservations(), tree.bootCpu(), false);

        assertThat(codec.write(sameBootCpu, TreeFormat.DTB)).isEqualTo(pinned(source, ".dtb"));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theInstalledDtcStillMakesThePinnedBlob(Path source, @TempDir Path folder)
            throws IOException {
        Path out = folder.resolve("out.dtb");

        assertThat(new Tool("dtc").run("-q", "-I", "dts", "-O", "dtb", "-o", out, source)).isTrue();

        assertThat(Files.readAllBytes(out)).isEqualTo(pinned(source, ".dtb"));
    }

    private static DeviceTree read(Path source) {
        return DtsReader.read(InputFile.read(source));
    }

    private static byte[] pinned(Path source, String ending) throws IOException {
        return Files.readAllBytes(sibling(source, ending));
    }

    private static Path sibling(Path source, String ending) {
        String name = source.getFileName().toString();
        return source.resolveSibling(name.substring(0, name.length() - ".dts".length()) + ending);
    }
}
