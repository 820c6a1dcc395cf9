package org.vinculum.toolstack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.vinculum.firmware.InputFile;
import org.vinculum.toolstack.bind.GuestBinding;

class NamedFilesTest {
    private static InputFile config(String text) {
        return new InputFile(
                "guest.cfg",
                text.getBytes(StandardCharsets.UTF_8),
                Optional.of(Path.of("/guests")));
    }

    @Test
    void theConfiguredDeviceTreeIsReadFromBesideTheConfiguration() {
        assertThat(GuestBinding.filesNamedBy(config("device_tree = 'part.dtb'\n")))
                .containsExactly(Path.of("/guests/part.dtb"));
    }

    @Test
    void aConfigurationWithoutADeviceTreeNamesNothing() {
        assertThat(GuestBinding.filesNamedBy(config("name = 'guest1'\n"))).isEmpty();
    }
}
