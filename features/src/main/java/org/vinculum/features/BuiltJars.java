package org.vinculum.features;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.jar.JarFile;
import java.util.jar.Manifest;

/// The jars that the build hands over, each of which has to end up somewhere.
final class BuiltJars {
    private final Path folder;
    private final Map<String, Boolean> used;

    private BuiltJars(Path folder, Map<String, Boolean> used) {
        this.folder = folder;
        this.used = used;
    }

    static BuiltJars in(Path folder) throws IOException {
        Map<String, Boolean> used = new TreeMap<>();
        try (DirectoryStream<Path> jars = Files.newDirectoryStream(folder, "*.jar")) {
            for (Path jar : jars) {
                used.put(jar.getFileName().toString(), false);
            }
        }
        return new BuiltJars(folder, used);
    }

    /// @throws IllegalArgumentException when the build has no such jar
    Path take(String file) {
        if (used.replace(file, true) == null) {
            throw new IllegalArgumentException(
                    file + " is no dependency of the features module, or one of another version");
        }
        return folder.resolve(file);
    }

    /// The one jar of an artifact, whatever its version.
    Path takeArtifact(String artifact) {
        for (String file : used.keySet()) {
            if (file.startsWith(artifact + "-")
                    && Character.isDigit(file.charAt(artifact.length() + 1))) {
                return take(file);
            }
        }
        throw new IllegalArgumentException(artifact + " is no dependency of the features module");
    }

    /// The artifacts with a prefix whose manifests are as wanted, sorted.
    List<String> artifacts(String prefix, Predicate<Manifest> wanted) throws IOException {
        List<String> artifacts = new ArrayList<>();
        for (String file : used.keySet()) {
            if (file.startsWith(prefix)) {
                try (JarFile jar = new JarFile(folder.resolve(file).toFile())) {
                    if (wanted.test(jar.getManifest())) {
                        artifacts.add(file.substring(0, file.lastIndexOf('-')));
                    }
                }
            }
        }
        return artifacts;
    }

    /// @throws IllegalArgumentException when a jar was never taken
    void refuseUnused() {
        used.forEach((file, taken) -> {
            if (!taken) {
                throw new IllegalArgumentException(
                        file + " is a dependency of the features module, but in no feature");
            }
        });
    }
}
