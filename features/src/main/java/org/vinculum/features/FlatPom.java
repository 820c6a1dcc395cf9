package org.vinculum.features;

import org.vinculum.features.PomFile.Named;

/// The pom of a contract as others need it: without a parent, and with what its users compile against.
final class FlatPom {
    private static final String OURS = "org.vinculum";

    private final Versions versions;

    FlatPom(Versions versions) {
        this.versions = versions;
    }

    /// @param module its pom in this tree
    String of(PomFile module) {
        StringBuilder pom = new StringBuilder();
        pom.append("<project xmlns=\"http://maven.apache.org/POM/4.0.0\">\n")
                .append("  <modelVersion>4.0.0</modelVersion>\n")
                .append(coordinates("  ", OURS, module.text("artifactId"), versions.ours()))
                .append("  <name>")
                .append(module.text("name"))
                .append("</name>\n  <dependencies>\n");
        for (Named dependency : module.list("dependencies")) {
            if (!dependency.scope().equals("test") && !dependency.scope().equals("provided")) {
                pom.append("    <dependency>\n")
                        .append(
                                coordinates(
                                        "      ",
                                        dependency.group(),
                                        dependency.artifact(),
                                        version(dependency)))
                        .append("    </dependency>\n");
            }
        }
        return pom.append("  </dependencies>\n</project>\n").toString();
    }

    private String version(Named dependency) {
        return dependency.group().equals(OURS)
                ? versions.ours()
                : versions.of(dependency.group(), dependency.artifact());
    }

    private static String coordinates(
            String indent, String group, String artifact, String version) {
        return indent
                + "<groupId>"
                + group
                + "</groupId>\n"
                + indent
                + "<artifactId>"
                + artifact
                + "</artifactId>\n"
                + indent
                + "<version>"
                + version
                + "</version>\n";
    }
}
