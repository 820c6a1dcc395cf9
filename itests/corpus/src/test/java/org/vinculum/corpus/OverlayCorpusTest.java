package org.vinculum.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.vinculum.corpus.BlobCorpusTest.difference;
import static org.vinculum.corpus.Corpus.assertNone;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vinculum.devicetree.OverlayMerge;
import org.vinculum.devicetree.TreeCodec;
import org.vinculum.devicetree.model.DeviceTreeCodec;
import org.vinculum.devicetree.model.InPlaceOverlays;
import org.vinculum.devicetree.model.Overlays.Named;
import org.vinculum.firmware.InputFile;

/// Overlays against blobs that others merged.
class OverlayCorpusTest {
    /// Names that were found to go together; fewer means that the corpus or this test lost something.
    private static final int SHIPPED = 8;

    /// fdtoverlay before 1.7.1 gives a base's node the overlay's phandle, and breaks the base's references to it; the
    /// shipped composite of this overlay was made by a later one.
    private static final String NEEDS_LATER_FDTOVERLAY = "r9a07g043u11-smarc-du-adv7513.dtbo";

    @TempDir Path folder;

    private final DeviceTreeCodec codec = new TreeCodec();
    private final InPlaceOverlays overlays = new OverlayMerge();

    /// A base and the overlays for it; `merged` is the shipped result, or null.
    private record Recipe(Path merged, Path base, List<Path> overlays) {}

    @Test
    void shippedCompositesAreRebuiltByteForByte() throws IOException {
        Set<Recipe> recipes = shippedRecipes();
        assumeTrue(!recipes.isEmpty(), "no composite is among the packages");
        List<String> faults = new ArrayList<>();
        for (Recipe recipe : recipes) {
            String fault = difference(Corpus.bytes(recipe.merged), applied(recipe));
            if (fault != null) {
                faults.add(recipe.merged.getFileName() + ": " + fault);
            }
        }
        System.out.println("composites rebuilt: " + recipes.size());
        assertNone(faults, "composites are not rebuilt");
        assertThat(recipes).hasSizeGreaterThanOrEqualTo(SHIPPED);
    }

    @Test
    void whatFdtoverlayMergesWeMergeToTheSameBytes() throws IOException {
        assumeTrue(Tool.isInstalled("fdtoverlay"), "no fdtoverlay (Debian: device-tree-compiler)");
        List<String> faults = new ArrayList<>();
        int merged = 0;
        for (Recipe recipe : likelyRecipes()) {
            byte[] expected = isMergedAlready(recipe.base) ? null : fdtoverlay(recipe);
            if (expected != null) {
                merged++;
                String fault = faultOf(recipe, expected);
                if (fault != null) {
                    faults.add(recipe + ": " + fault);
                }
            }
        }
        System.out.println("merges compared with fdtoverlay: " + merged);
        assertNone(faults, "merges differ from fdtoverlay's");
        assertThat(merged).isGreaterThan(SHIPPED);
    }

    /// Merging leaves rubbish in the padding of a blob, which the next merge carries along or not.
    private static boolean isMergedAlready(Path blob) throws IOException {
        return difference(Corpus.bytes(blob), Dtc.canonical(blob)) != null;
    }

    private String faultOf(Recipe recipe, byte[] expected) {
        try {
            return difference(expected, applied(recipe));
        } catch (RuntimeException e) {
            return e.toString();
        }
    }

    private byte[] applied(Recipe recipe) {
        List<Named> named = new ArrayList<>();
        for (Path overlay : recipe.overlays) {
            named.add(new Named(overlay.toString(), codec.read(InputFile.read(overlay))));
        }
        return overlays.apply(InputFile.read(recipe.base), named);
    }

    private byte[] fdtoverlay(Recipe recipe) throws IOException {
        Path output = folder.resolve("merged.dtb");
        Files.deleteIfExists(output);
        Process process =
                new ProcessBuilder(
                                "fdtoverlay",
                                "-i",
                                recipe.base.toString(),
                                "-o",
                                output.toString(),
                                recipe.overlays.getFirst().toString())
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
        try {
            return process.waitFor() == 0 ? Files.readAllBytes(output) : null;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Set<Recipe> shippedRecipes() throws IOException {
        Set<Recipe> recipes = new LinkedHashSet<>();
        for (Map<String, Path> kernel : KernelPackages.all()) {
            for (String[] names : shippedNames()) {
                Recipe recipe = recipe(kernel, names);
                if (recipe != null) {
                    recipes.add(recipe);
                }
            }
        }
        return recipes;
    }

    private static Recipe recipe(Map<String, Path> kernel, String[] names) {
        List<Path> files = new ArrayList<>();
        for (String name : names) {
            files.add(kernel.get(name));
        }
        return files.stream().anyMatch(Objects::isNull)
                ? null
                : new Recipe(files.get(0), files.get(1), files.subList(2, files.size()));
    }

    private static List<String[]> shippedNames() throws IOException {
        try (InputStream in = OverlayCorpusTest.class.getResourceAsStream("composites.tsv")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t"))
                    .toList();
        }
    }

    /// Each overlay with the bases of its family: `ti/k3-am62x-sk-csi2.dtbo` with `ti/k3-am62*.dtb`.
    private static Set<Recipe> likelyRecipes() throws IOException {
        Set<Recipe> recipes = new LinkedHashSet<>();
        for (Map<String, Path> kernel : KernelPackages.all()) {
            kernel.forEach((name, overlay) -> {
                if (name.endsWith(".dtbo") && !name.endsWith(NEEDS_LATER_FDTOVERLAY)) {
                    kernel.forEach((base, file) -> {
                        if (base.endsWith(".dtb") && base.startsWith(family(name))) {
                            recipes.add(new Recipe(null, file, List.of(overlay)));
                        }
                    });
                }
            });
        }
        return recipes;
    }

    private static String family(String overlay) {
        int folder = overlay.indexOf('/') + 1;
        return overlay.substring(0, Math.min(overlay.length(), folder + 8));
    }
}
