package org.vinculum.itests.linux;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/// A kernel that `fetch-linux` brought; without it, or without QEMU, a test is skipped.
public record DebianKernel(Path image) {
    private static final String QEMU = "qemu-system-aarch64";

    /// @param name as `fetch-linux` has it
    public static DebianKernel named(String name) {
        Assumptions.assumeTrue(
                onPath(QEMU), "there is no " + QEMU + "; Debian's package qemu-system-arm has it");
        Path folder = folder(System.getenv()).resolve(name);
        Assumptions.assumeTrue(
                Files.isReadable(folder.resolve("initrd")),
                "there is no kernel in " + folder + "; fetch-linux " + name + " brings it");
        return new DebianKernel(folder.resolve("Image"));
    }

    private static boolean onPath(String program) {
        String path = System.getenv().getOrDefault("PATH", "");
        return Stream.of(path.split(":"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    private static Path folder(Map<String, String> environment) {
        String own = environment.getOrDefault("VINCULUM_LINUX", "");
        if (!own.isEmpty()) {
            return Path.of(own);
        }
        String caches = environment.getOrDefault("XDG_CACHE_HOME", "");
        Path all =
                caches.isEmpty()
                        ? Path.of(environment.getOrDefault("HOME", "/"), ".cache")
                        : Path.of(caches);
        return all.resolve("vinculum/linux");
    }
}
