package org.vinculum.qemu.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vinculum.live.LiveGuestRefusedException;

class RunFolderTest {
    @TempDir Path place;

    @Test
    void onlyItsOwnerGetsIn() throws IOException {
        try (RunFolder folder = RunFolder.create(0, List.of(place))) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.path())))
                    .isEqualTo("rwx------");
        }
    }

    @Test
    void itGoesWithAllThatIsInIt() throws IOException {
        RunFolder folder = RunFolder.create(0, List.of(place));
        Files.writeString(folder.file("tree"), "x");

        folder.close();
        folder.close();

        assertThat(place).isEmptyDirectory();
    }

    @Test
    void aPlaceThatIsNotThereIsPassedOver() throws IOException {
        try (RunFolder folder = RunFolder.create(0, List.of(place.resolve("none"), place))) {
            assertThat(folder.path()).hasParent(place);
        }
    }

    @Test
    void aPlaceTooDeepForSocketsIsPassedOver() throws IOException {
        Path deep = Files.createDirectories(place.resolve("x".repeat(50)));

        try (RunFolder folder = RunFolder.create(0, List.of(deep, place))) {
            assertThat(folder.path()).hasParent(place);
        }
    }

    @Test
    void withoutRoomItIsRefused() {
        assertThatThrownBy(() -> RunFolder.create(1L << 60, List.of(place)))
                .isInstanceOf(LiveGuestRefusedException.class)
                .hasMessageContaining(place.toString());
        assertThat(place).isEmptyDirectory();
    }
}
