package org.vinculum.corpus;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Which file of the corpus is which shipped name: distinct contents are kept once, names are many.
final class KernelPackages {
    private KernelPackages() {}

    /// For each package, its names below the kernel's folder, such as `ti/k3-am654-base-board.dtb`.
    static List<Map<String, Path>> all() throws IOException {
        Path dir = Corpus.debianOrSkip();
        Path list = dir.resolve("FILES.tsv");
        assumeTrue(Files.isReadable(list), "no FILES.tsv in " + dir);
        Map<String, Map<String, Path>> packages = new LinkedHashMap<>();
        for (String line : Files.readAllLines(list)) {
            String[] field = line.split("\t");
            packages.computeIfAbsent(field[0], _ -> new LinkedHashMap<>())
                    .put(belowKernel(field[1]), dir.resolve(field[2]));
        }
        return List.copyOf(packages.values());
    }

    /// `./usr/lib/linux-image-6.12/ti/x.dtb` is `ti/x.dtb`.
    private static String belowKernel(String path) {
        int kernel = path.indexOf("linux-image-");
        return path.substring(path.indexOf('/', kernel) + 1);
    }
}
