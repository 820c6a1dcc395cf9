package org.vinculum.commands.vendor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A small kit for vendors in a distribution.
public final class Kit {
    static final byte[] JAR = {'P', 'K', (byte) 0xff, 'e', 'x', 'a', 'm', 'p', 'l', 'e', '.'};

    private Kit() {}

    public static void in(Path distribution) throws IOException {
        Path example = distribution.resolve("vendor/example");
        text(example.resolve("pom.xml"), "<artifactId>example.vendor</artifactId>\n");
        text(example.resolve(".gitignore"), "target/\n");
        text(
                example.resolve("src/main/java/example/vendor/VariantProfile.java"),
                """
                package example.vendor;

                import static example.vendor.MarkPart.MARK;

                @Component(name = "example.vendor.profile")
                class VariantProfile {
                    String name = "example-vendor"; // src/main/java/example/vendor
                }
                """);
        Path jar = distribution.resolve("vendor/repository/org/vinculum/a/1/a-1.jar");
        Files.createDirectories(jar.getParent());
        Files.write(jar, JAR);
    }

    private static void text(Path file, String content) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }
}
