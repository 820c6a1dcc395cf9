package org.vinculum.features;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/// The folder that is the product: `bin`, `lib`, `bundles`, `features`, `guest`, `vendor`.
final class DistributionFolder {
    private final Path home;

    private DistributionFolder(Path home) {
        this.home = home;
    }

    /// An empty one, in the place of what was there.
    static DistributionFolder create(Path home) throws IOException {
        if (Files.exists(home)) {
            for (Path path : tree(home)) {
                Files.delete(path);
            }
        }
        for (String part : List.of("bin", "lib", "bundles", "features")) {
            Files.createDirectories(home.resolve(part));
        }
        Files.createFile(home.resolve("features/options"));
        Files.createFile(home.resolve("features/verbs"));
        Files.createFile(home.resolve("features/only-named"));
        return new DistributionFolder(home);
    }

    void add(FeatureFile feature, BuiltJars jars) throws IOException {
        List<String> lines = new ArrayList<>();
        for (FeatureFile.Member member : feature.bundles()) {
            Path jar = home.resolve("bundles").resolve(member.file());
            Path built = jars.take(member.file());
            if (member.oldClasses()) {
                OldClasses.copy(built, jar);
            } else {
                copy(built, jar);
            }
            lines.add(member.startLevel() + " " + digest(jar) + " " + member.file());
        }
        Path features = home.resolve("features");
        Files.write(features.resolve(feature.name() + ".list"), lines);
        copy(feature.source(), features.resolve(feature.source().getFileName()));
        append(feature.options(), feature, features.resolve("options"));
        append(feature.verbs(), feature, features.resolve("verbs"));
        if (feature.onlyNamed()) {
            Files.writeString(
                    features.resolve("only-named"),
                    feature.name() + "\n",
                    StandardOpenOption.APPEND);
        }
    }

    private static void append(List<String> words, FeatureFile feature, Path list)
            throws IOException {
        for (String word : words) {
            Files.writeString(list, word + " " + feature.name() + "\n", StandardOpenOption.APPEND);
        }
    }

    void addLauncher(BuiltJars jars) throws IOException {
        copy(jars.takeArtifact("org.vinculum.launcher"), home.resolve("lib/launcher.jar"));
        copy(
                jars.takeArtifact("org.apache.felix.framework"),
                home.resolve("lib/org.apache.felix.framework.jar"));
    }

    /// @param scripts a folder with `bin`
    /// @param cnf where the search for a JDK is
    void addScripts(Path scripts, Path cnf) throws IOException {
        try (Stream<Path> files = Files.list(scripts.resolve("bin"))) {
            for (Path script : files.sorted().toList()) {
                Path copy = home.resolve("bin").resolve(script.getFileName());
                copy(script, copy);
                if (!copy.toFile().setExecutable(true, false)) {
                    throw new IOException("cannot be made executable: " + copy);
                }
            }
        }
        copy(cnf.resolve("jdk.sh"), home.resolve("bin/jdk.sh"));
    }

    /// What `bin/train` runs the verbs on.
    void addTraining(Path inputs) throws IOException {
        addTree(inputs, home.resolve("lib/training"));
    }

    /// What `bin/fetch-linux` makes the live guest of.
    void addGuest(Path sources) throws IOException {
        addTree(sources, home.resolve("guest"));
    }

    /// A folder with all that is in it.
    ///
    /// @param place below the distribution's folder
    void addTree(Path from, String place) throws IOException {
        addTree(from, home.resolve(place));
    }

    /// One file, in the place of what was there.
    ///
    /// @param place below the distribution's folder
    void addFile(String place, byte[] content) throws IOException {
        Path file = home.resolve(place);
        Files.createDirectories(file.getParent());
        Files.write(file, content);
    }

    private static void addTree(Path from, Path to) throws IOException {
        try (Stream<Path> paths = Files.walk(from)) {
            for (Path path : paths.sorted().toList()) {
                Path copy = to.resolve(from.relativize(path).toString());
                if (Files.isDirectory(path)) {
                    Files.createDirectories(copy);
                } else {
                    copy(path, copy);
                }
            }
        }
    }

    /// One time for every file: archives of it are reproducible, and the AOT cache compares the times of jars.
    void stamp(Instant time) throws IOException {
        for (Path path : tree(home)) {
            Files.setLastModifiedTime(path, FileTime.from(time));
        }
    }

    // Children before their folder.
    private static List<Path> tree(Path root) throws IOException {
        try (Stream<Path> paths = Files.walk(root)) {
            return paths.sorted(Comparator.reverseOrder()).toList();
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
    }

    private static String digest(Path jar) throws IOException {
        return digest(Files.readAllBytes(jar));
    }

    /// SHA-256 in hexadecimal.
    static String digest(byte[] content) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha256.digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
