package org.vinculum.qemu.run;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vinculum.live.LiveGuestDescription;
import org.vinculum.live.LiveGuestRefusedException;

/// The kernel and the initial RAM disk of a guest: those asked for, or those that `bin/fetch-linux` brought.
public record GuestFiles(Path kernel, Path initrd) {
    private static final String KERNEL = "Image";
    private static final String INITRD = "initrd";
    private static final String DEFAULT_LINUX = "cloud";
    private static final String SCRIPT = "bin/fetch-linux";

    /// The launcher's property for the folder of the distribution.
    private static final String DISTRIBUTION = "vinculum.home";

    /// A kernel's own disk lies beside it, since it has that kernel's modules.
    ///
    /// @param environment says where the files are that were brought
    /// @throws LiveGuestRefusedException when one of them is not there, with what brings it
    public static GuestFiles of(LiveGuestDescription description, Map<String, String> environment) {
        Path brought = cache(environment).resolve(DEFAULT_LINUX);
        Path kernel = description.kernel().orElse(brought.resolve(KERNEL));
        Path initrd =
                description
                        .initrd()
                        .or(() -> beside(description.kernel()))
                        .orElse(brought.resolve(INITRD));
        List<String> reasons = new ArrayList<>();
        check("kernel", kernel, description.kernel().isEmpty(), reasons);
        check("initrd", initrd, initrd.startsWith(brought), reasons);
        if (!reasons.isEmpty()) {
            throw new LiveGuestRefusedException(reasons);
        }
        return new GuestFiles(kernel, initrd);
    }

    private static Optional<Path> beside(Optional<Path> kernel) {
        return kernel.map(k -> k.resolveSibling(INITRD)).filter(Files::isReadable);
    }

    private static void check(String what, Path path, boolean brought, List<String> reasons) {
        if (Files.isRegularFile(path) && Files.isReadable(path)) {
            return;
        }
        reasons.add(
                "there is no "
                        + what
                        + " to read at "
                        + path
                        + (brought
                                ? "; "
                                        + script()
                                        + " makes it of Debian's packages linux-image-cloud-arm64"
                                        + " and busybox-static, with the compiler of"
                                        + " gcc-aarch64-linux-gnu"
                                : ""));
    }

    /// As it can be typed, where the distribution says where it is.
    private static String script() {
        String home = System.getProperty(DISTRIBUTION);
        return home == null ? SCRIPT : home + "/" + SCRIPT;
    }

    /// As the XDG Base Directory Specification has it.
    private static Path cache(Map<String, String> environment) {
        String own = environment.getOrDefault("VINCULUM_LINUX", "");
        if (!own.isEmpty()) {
            return Path.of(own);
        }
        String caches = environment.getOrDefault("XDG_CACHE_HOME", "");
        Path all =
                caches.isEmpty()
                        ? Path.of(environment.getOrDefault("HOME", "/"), ".cache")
                        : Path.of(caches);
        return all.resolve("vinculum").resolve("linux");
    }
}
