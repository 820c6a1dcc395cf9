package org.vinculum.launcher.distribution;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// A folder with everything the platform consists of; nothing in it knows where it lies.
public record Distribution(Path home) {
    private static final String LIST_SUFFIX = ".list";
    private static final String ONLY_NAMED = "only-named";

    /// The one the start script names.
    public static Distribution ofSystemProperty() {
        String home = System.getProperty("vinculum.home");
        if (home == null) {
            throw new IllegalStateException("start with bin/vinculum: vinculum.home is not set");
        }
        return new Distribution(Path.of(home));
    }

    /// Where a bundle's jar lies.
    public Path bundle(InstallList.Entry entry) {
        return home.resolve("bundles").resolve(entry.file());
    }

    /// What some features consist of together, each bundle once.
    ///
    /// @throws UncheckedIOException when there is no such feature or its list cannot be read
    public InstallList features(List<String> names) {
        InstallList all = new InstallList(List.of());
        for (String name : names) {
            all = all.and(feature(name));
        }
        return all;
    }

    /// The features there are, sorted.
    public List<String> featureNames() throws IOException {
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

    /// The features to start when the user names none, sorted.
    public List<String> ordinaryFeatureNames() throws IOException {
        List<String> names = featureNames();
        names.removeAll(Files.readAllLines(home.resolve("features").resolve(ONLY_NAMED)));
        return names;
    }

    private InstallList feature(String name) {
        try {
            return InstallList.parse(
                    Files.readAllLines(home.resolve("features").resolve(name + LIST_SUFFIX)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
