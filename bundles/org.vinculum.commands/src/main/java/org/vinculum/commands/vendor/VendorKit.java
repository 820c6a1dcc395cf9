package org.vinculum.commands.vendor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// What a distribution brings for vendors, in its folder `vendor`: the example's own source, and the contracts as a Maven
/// repository.
final class VendorKit {
    private static final String EXAMPLE = "example";
    private static final String REPOSITORY = "repository";

    private final Path folder;

    VendorKit(Path distribution) {
        folder = distribution.resolve("vendor");
    }

    /// Every file of a new bundle, sorted by where the kit has it.
    ///
    /// @throws IllegalStateException when the distribution has no kit
    List<NewFile> files(BundleName bundle) {
        if (!Files.isDirectory(folder)) {
            throw new IllegalStateException("the distribution lacks " + folder);
        }
        Renaming renaming = new Renaming(bundle);
        List<NewFile> files = new ArrayList<>();
        for (NewFile file : tree(folder.resolve(EXAMPLE))) {
            files.add(renaming.of(file.path(), file.content()));
        }
        for (NewFile file : tree(folder.resolve(REPOSITORY))) {
            files.add(new NewFile(REPOSITORY + "/" + file.path(), file.content()));
        }
        return files;
    }

    private static List<NewFile> tree(Path root) {
        List<NewFile> files = new ArrayList<>();
        try (Stream<Path> paths = Files.walk(root)) {
            for (Path path : paths.filter(Files::isRegularFile).sorted().toList()) {
                files.add(new NewFile(root.relativize(path).toString(), Files.readAllBytes(path)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }
}
