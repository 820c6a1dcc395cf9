package org.vinculum.commands.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vinculum.binding.OutputFile;

class WholeFilesTest {
    @TempDir Path folder;

    private static OutputFile file(String name, String content) {
        return new OutputFile(name, content.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(f -> f.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void whatWasThereIsReplacedAndNothingElseIsLeft() throws IOException {
        Files.writeString(folder.resolve("a"), "old");

        WholeFiles.write(folder, List.of(file("a", "new"), file("b", "new")));

        assertThat(folder.resolve("a")).hasContent("new");
        assertThat(names()).containsExactly("a", "b");
    }

    @Test
    void whenTheLastOfThreeCannotBeWrittenTheOthersStayAsTheyWere() throws IOException {
        Files.writeString(folder.resolve("a"), "old");
        Files.createDirectory(folder.resolve("c"));

        assertThatThrownBy(() ->
                        WholeFiles.write(
                                folder, List.of(file("a", "x"), file("b", "x"), file("c", "x"))))
                .isInstanceOf(UnwritableOutputException.class)
                .hasMessage(folder.resolve("c") + ": cannot be written: it is a folder");

        assertThat(folder.resolve("a")).hasContent("old");
        assertThat(names()).containsExactly("a", "c");
    }

    @Test
    void aReplacementThatWasMadeCanBeTakenBack() throws IOException {
        Path target = Files.writeString(folder.resolve("a"), "old");
        Replacement replacement = Replacement.stage(target, new byte[] {'x'});
        replacement.keepOld();
        replacement.commit();

        replacement.rollBack();
        replacement.close();

        assertThat(target).hasContent("old");
        assertThat(names()).containsExactly("a");
    }

    @Test
    void aFileThatWasNotThereIsGoneAfterTakingBack() throws IOException {
        Replacement replacement = Replacement.stage(folder.resolve("a"), new byte[] {'x'});
        replacement.keepOld();
        replacement.commit();

        replacement.rollBack();
        replacement.close();

        assertThat(names()).isEmpty();
    }

    @Test
    void aLinkKeepsLeadingToItsFile() throws IOException {
        Path real = Files.writeString(folder.resolve("real"), "old");
        Path link = Files.createSymbolicLink(folder.resolve("link"), real);

        WholeFiles.write(link, new byte[] {'n'});

        assertThat(link).isSymbolicLink();
        assertThat(real).hasContent("n");
    }

    @Test
    void missingFoldersAreMade() {
        WholeFiles.write(folder.resolve("x/y/file"), new byte[] {'n'});

        assertThat(folder.resolve("x/y/file")).hasContent("n");
    }

    @Test
    void aDeviceIsWrittenAsItIs() {
        Path device = Path.of("/dev/null");
        org.junit.jupiter.api.Assumptions.assumeTrue(Files.exists(device), "no /dev/null here");

        WholeFiles.write(device, new byte[] {'n'});

        assertThat(Files.isRegularFile(device)).isFalse();
        assertThat(device).exists();
    }

    @Test
    void aNameThatLeavesTheFolderIsOurMistake() {
        assertThatThrownBy(() -> WholeFiles.write(folder, List.of(file("../a", "x"))))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
