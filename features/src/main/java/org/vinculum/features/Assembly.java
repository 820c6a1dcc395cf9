package org.vinculum.features;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// Reads every feature file and lays out the distribution. Run by the build.
public final class Assembly {
    private Assembly() {}

    /// @param arguments the module's folder, its build folder, the time stamp of every file
    public static void main(String[] arguments) throws IOException {
        Path module = Path.of(arguments[0]);
        Path target = Path.of(arguments[1]);
        Instant time = Instant.parse(arguments[2]);
        try {
            assemble(module, target, time);
        } catch (IllegalArgumentException e) {
            System.err.println("features: " + e.getMessage());
            System.exit(1);
        }
    }

    private static void assemble(Path module, Path target, Instant time) throws IOException {
        BuiltJars jars = BuiltJars.in(target.resolve("jars"));
        DistributionFolder folder = DistributionFolder.create(target.resolve("vinculum"));
        for (Path file : featureFiles(module)) {
            folder.add(FeatureFile.read(file), jars);
        }
        folder.addLauncher(jars);
        folder.addScripts(module.resolve("src/main/dist"), module.resolveSibling("cnf"));
        new VendorKit(module.getParent()).add(module.resolve("src/main/vendor"), jars, folder);
        jars.refuseUnused();
        folder.addTraining(module.resolve("src/main/training"));
        folder.addGuest(module.resolve("src/main/dist/guest"));
        folder.stamp(time);
    }

    private static List<Path> featureFiles(Path module) throws IOException {
        List<Path> files = new ArrayList<>();
        try (DirectoryStream<Path> found = Files.newDirectoryStream(module, "*.json")) {
            found.forEach(files::add);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        Collections.sort(files);
        return files;
    }
}
