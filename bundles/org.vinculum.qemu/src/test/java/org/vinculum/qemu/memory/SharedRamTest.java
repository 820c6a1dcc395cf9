package org.vinculum.qemu.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SharedRamTest {
    private static final long START = 0x4000_0000L;

    @TempDir Path folder;

    @Test
    void whatIsWrittenIsInTheFile() throws IOException {
        Path path = folder.resolve("ram");
        try (SharedRam shared = new SharedRam(path, START, 0x2000);
                RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw")) {
            shared.ram().setInt(0x1004, 0x1122_3344);
            file.seek(0x1004);
            assertThat(Integer.reverseBytes(file.readInt())).isEqualTo(0x1122_3344);

            file.seek(0x1fff);
            file.write(0x5a);
            assertThat(shared.ram().getInt(0x1ffc)).isEqualTo(0x5a00_0000);
        }
    }

    @Test
    void moreThanTwoGibibytesAreReached() throws IOException {
        long size = 5L << 30;
        try (SharedRam shared = new SharedRam(folder.resolve("ram"), START, size)) {
            shared.ram().setLong(size - 8, 42);

            assertThat(shared.ram().size()).isEqualTo(size);
            assertThat(shared.ram().getLong(size - 8)).isEqualTo(42);
        }
    }

    @Test
    void onlyItsOwnerMayReadIt() throws IOException {
        try (SharedRam shared = new SharedRam(folder.resolve("ram"), START, 0x1000)) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(shared.path())))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void closingItLeavesNoFile() throws IOException {
        new SharedRam(folder.resolve("ram"), START, 0x1000).close();

        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aFileThatIsThereIsNotTaken() throws IOException {
        Path path = Files.writeString(folder.resolve("ram"), "mine");

        assertThatThrownBy(() -> new SharedRam(path, START, 0x1000))
                .isInstanceOf(FileAlreadyExistsException.class);
        assertThat(path).hasContent("mine");
    }

    @Test
    void whatIsNoWholePageLeavesNoFile() {
        assertThatThrownBy(() -> new SharedRam(folder.resolve("ram"), START, 100))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(folder).isEmptyDirectory();
    }
}
