package org.vinculum.features;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.felix.feature.impl.FeatureServiceImpl;
import org.osgi.service.feature.Feature;
import org.osgi.service.feature.FeatureBundle;
import org.osgi.service.feature.FeatureExtension;
import org.osgi.service.feature.ID;

/// One feature as its file describes it.
///
/// @param name what the user calls it, the file's name without `.json`
/// @param source the file
/// @param bundles in the file's order
/// @param options of the command line that bring the feature in
/// @param verbs of the command line that do
/// @param onlyNamed whether it is left out of a run whose features the user does not name
record FeatureFile(
        String name,
        Path source,
        List<Member> bundles,
        List<String> options,
        List<String> verbs,
        boolean onlyNamed) {
    /// Bundle metadata, as the feature launcher names it (OSGi Compendium 8.1, 160).
    private static final String START_LEVEL = "bundleStartLevel";

    private static final String OLD_CLASSES = "vinculum.oldClasses";

    private static final String OPTIONS = "vinculum.options";

    private static final String VERBS = "vinculum.verbs";

    private static final String ONLY_NAMED = "vinculum.onlyNamed";

    /// @param file `ARTIFACT-VERSION.jar`
    /// @param oldClasses its classes are to be brought up to date
    record Member(int startLevel, String file, boolean oldClasses) {}

    /// @throws IllegalArgumentException when the ID does not go with the file's name
    static FeatureFile read(Path file) throws IOException {
        String name = file.getFileName().toString().replace(".json", "");
        try (Reader text = Files.newBufferedReader(file)) {
            Feature feature = new FeatureServiceImpl().readFeature(text);
            if (!feature.getID().getArtifactId().equals("feature." + name)) {
                throw new IllegalArgumentException(file + " holds the feature " + feature.getID());
            }
            return new FeatureFile(
                    name,
                    file,
                    members(feature),
                    words(feature, OPTIONS),
                    words(feature, VERBS),
                    feature.getExtensions().containsKey(ONLY_NAMED));
        }
    }

    private static List<Member> members(Feature feature) {
        List<Member> members = new ArrayList<>();
        for (FeatureBundle bundle : feature.getBundles()) {
            ID id = bundle.getID();
            Object level = bundle.getMetadata().getOrDefault(START_LEVEL, "1");
            members.add(
                    new Member(
                            Integer.parseInt(level.toString()),
                            id.getArtifactId() + "-" + id.getVersion() + ".jar",
                            bundle.getMetadata().containsKey(OLD_CLASSES)));
        }
        return List.copyOf(members);
    }

    private static List<String> words(Feature feature, String kind) {
        FeatureExtension extension = feature.getExtensions().get(kind);
        return extension == null ? List.of() : List.copyOf(extension.getText());
    }
}
