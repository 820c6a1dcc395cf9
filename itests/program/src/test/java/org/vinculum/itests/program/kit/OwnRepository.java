package org.vinculum.itests.program.kit;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// A local repository of Maven that has everything the machine's own has, except for what is ours: what is built with it
/// takes our artifacts from where its pom says, and leaves none behind for others.
final class OwnRepository {
    private static final String OURS = "org/vinculum";

    private OwnRepository() {}

    static Path in(Path folder) throws IOException {
        Path machines = Path.of(System.getProperty("maven.local"));
        Path own = Files.createDirectories(folder.resolve("m2"));
        Path first = Path.of(OURS).getName(0);
        linkAllBut(first, machines, own);
        linkAllBut(
                Path.of(OURS).getName(1),
                machines.resolve(first),
                Files.createDirectories(own.resolve(first)));
        return own;
    }

    /// Takes the links away, so that whoever deletes the folder meets none.
    static void unlink(Path folder) throws IOException {
        Path own = folder.resolve("m2");
        for (Path level : List.of(own.resolve(Path.of(OURS).getName(0)), own)) {
            try (DirectoryStream<Path> entries = Files.newDirectoryStream(level)) {
                for (Path entry : entries) {
                    if (Files.isSymbolicLink(entry)) {
                        Files.delete(entry);
                    }
                }
            }
        }
    }

    private static void linkAllBut(Path name, Path from, Path to) throws IOException {
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(from)) {
            for (Path entry : entries) {
                if (!entry.getFileName().equals(name)) {
                    Files.createSymbolicLink(to.resolve(entry.getFileName()), entry);
                }
            }
        }
    }
}
