package org.vinculum.features;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Manifest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What `vinculum new-bundle` hands to a vendor: the example's own source with a pom that stands alone, and every bundle
/// that exports packages as a Maven repository.
final class VendorKit {
    private static final String OURS = "org.vinculum";
    private static final String EXAMPLE = "example.vendor";
    private static final Pattern PLACEHOLDER =
            Pattern.compile("@(version:([^:@]+):([^:@]+)|vinculum|contracts)@");

    private static final int DIGEST_LENGTH = 12;

    private final Path bundles;
    private final Versions versions;

    /// @param root of this tree
    VendorKit(Path root) throws IOException {
        bundles = root.resolve("bundles");
        versions = Versions.read(root.resolve("cnf/pom.xml"));
    }

    /// @param template what the example has in the place of our own pom
    void add(Path template, BuiltJars jars, DistributionFolder folder) throws IOException {
        Path example = bundles.resolve(EXAMPLE);
        folder.addTree(example.resolve("src"), "vendor/example/src");
        folder.addFile(
                "vendor/example/README.md", Files.readAllBytes(example.resolve("README.md")));
        String contracts = addRepository(jars, folder);
        folder.addTree(template, "vendor/example");
        String pom = Files.readString(template.resolve("pom.xml"));
        folder.addFile("vendor/example/pom.xml", bytes(filled(pom, contracts)));
    }

    private String filled(String pom, String contracts) {
        Matcher at = PLACEHOLDER.matcher(pom);
        StringBuilder filled = new StringBuilder();
        while (at.find()) {
            String value =
                    switch (at.group(1)) {
                        case "vinculum" -> versions.ours();
                        case "contracts" -> contracts;
                        default -> versions.of(at.group(2), at.group(3));
                    };
            at.appendReplacement(filled, value);
        }
        return at.appendTail(filled).toString();
    }

    /// @return what tells this repository from others
    private String addRepository(BuiltJars jars, DistributionFolder folder) throws IOException {
        FlatPom poms = new FlatPom(versions);
        List<String> digests = new ArrayList<>();
        for (String artifact : jars.artifacts(OURS + ".", VendorKit::exports)) {
            byte[] jar = Files.readAllBytes(jars.takeArtifact(artifact));
            PomFile module = PomFile.read(bundles.resolve(artifact).resolve("pom.xml"));
            String stem = artifact + "-" + versions.ours();
            String place =
                    "vendor/repository/"
                            + OURS.replace('.', '/')
                            + "/"
                            + artifact
                            + "/"
                            + versions.ours()
                            + "/"
                            + stem;
            folder.addFile(place + ".jar", jar);
            folder.addFile(place + ".pom", bytes(poms.of(module)));
            digests.add(stem + " " + DistributionFolder.digest(jar));
        }
        return DistributionFolder.digest(bytes(String.join("\n", digests)))
                .substring(0, DIGEST_LENGTH);
    }

    private static boolean exports(Manifest manifest) {
        return manifest.getMainAttributes().getValue("Export-Package") != null;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
