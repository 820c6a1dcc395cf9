package org.vinculum.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// A folder with everything the platform consists of; nothing in it knows where it lies.
record Distribution(Path home) {
    private static final String LIST_SUFFIX = ".list";

    /// The one the start script names.
    static Distribution ofSystemProperty() {
        String home = System.getProperty("vinculum.home");
        if (home == null) {
            throw new IllegalStateException("start with bin/vinculum: vinculum.home is not set");
        }
        return new Distribution(Path.of(home));
    }

    Path bundle(InstallList.Entry entry) {
        return home.resolve("bundles").resolve(entry.file());
    }

    boolean hasFeature(String name) {
        return Files.isRegularFile(list(name));
    }

    /// @throws UncheckedIOException when there is no such feature or its list cannot be read
    InstallList feature(String name) {
        try {
            return InstallList.parse(Files.readAllLines(list(name)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The features there are, sorted.
    List<String> features() throws IOException {
        List<String> names = new ArrayList<>();
        try (DirectoryStream<Path> lists =
                Files.newDirectoryStream(home.resolve("features"), "*" + LIST_SUFFIX)) {
            for (Path list : lists) {
                String file = list.getFileName().toString();
                names.add(file.substring(0, file.length() - LIST_SUFFIX.length()));
            }
        }
        Collections.sort(names);
        return names;
    }

    private Path list(String feature) {
        return home.resolve("features").resolve(feature + LIST_SUFFIX);
    }
}
