package org.vinculum.devicetree.overlay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vinculum.devicetree.Tool;
import org.vinculum.devicetree.fdt.FdtReader;
import org.vinculum.devicetree.model.Overlays.Named;
import org.vinculum.firmware.InputFile;

/// Overlays in place against fdtoverlay, byte for byte.
class FdtOverlayToolTest {
    private static final int ROUNDS = 40;

    @TempDir Path folder;

    @Test
    void generatedOverlaysGiveTheBytesOfFdtoverlay() throws IOException {
        var dtc = new Tool("dtc");
        var fdtoverlay = new Tool("fdtoverlay");
        for (long seed = 1; seed <= ROUNDS; seed++) {
            var sources = new OverlaySources(new SplittableRandom(seed));
            Path base = compile(dtc, "base", sources.base());
            Path first = compile(dtc, "first", sources.overlay("p"));
            Path second = compile(dtc, "second", sources.overlay("q"));
            Path expected = folder.resolve("expected.dtb");
            assertThat(fdtoverlay.run("-i", base, "-o", expected, first, second))
                    .as("fdtoverlay, seed " + seed)
                    .isTrue();

            byte[] ours =
                    OverlayApplication.applyInPlace(InputFile.read(base), named(first, second));

            assertThat(ours).as("seed " + seed).isEqualTo(Files.readAllBytes(expected));
        }
    }

    private Path compile(Tool dtc, String name, String source) throws IOException {
        Path dts = Files.writeString(folder.resolve(name + ".dts"), source);
        Path blob = folder.resolve(name + ".dtb");
        assertThat(dtc.run("-q", "-@", "-o", blob, dts)).as(source).isTrue();
        return blob;
    }

    private static List<Named> named(Path... blobs) {
        List<Named> named = new ArrayList<>();
        for (Path blob : blobs) {
            InputFile file = InputFile.read(blob);
            named.add(new Named(file.name(), FdtReader.read(file)));
        }
        return named;
    }
}
