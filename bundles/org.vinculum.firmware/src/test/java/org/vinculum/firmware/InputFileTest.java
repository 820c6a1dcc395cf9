package org.vinculum.firmware;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InputFileTest {
    @TempDir Path folder;

    @Test
    void aFileOfExactlyTheCapIsRead() throws IOException {
        Path file = Files.write(folder.resolve("a"), new byte[8]);

        assertThat(InputFile.read(file, 8).content()).hasSize(8);
    }

    @Test
    void aFileLargerThanTheCapIsRefused() throws IOException {
        Path file = Files.write(folder.resolve("a"), new byte[9]);

        assertThatThrownBy(() -> InputFile.read(file, 8))
                .isInstanceOf(UnreadableInputException.class)
                .hasMessage(file + ": expected at most 8 bytes, found more");
    }

    @Test
    void aMissingFileAndAFolderAreSaidToBeWhatTheyAre() {
        assertThatThrownBy(() -> InputFile.read(folder.resolve("none")))
                .hasMessageEndingWith("expected a readable file, found no such file");
        assertThatThrownBy(() -> InputFile.read(folder)).hasMessageEndingWith("found a folder");
    }

    @Test
    void includesAreLookedForBesideTheFile() throws IOException {
        Path file = Files.createFile(folder.resolve("a"));

        assertThat(InputFile.read(file).folder()).contains(folder);
    }
}
