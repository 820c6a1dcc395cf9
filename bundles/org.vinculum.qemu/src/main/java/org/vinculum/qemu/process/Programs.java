package org.vinculum.qemu.process;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/// Finds programs as a shell would.
public final class Programs {
    public static final String QEMU = "qemu-system-aarch64";
    static final String WITH_PARENT = "setpriv";

    private final String searched;

    /// @param searched folders, as in `PATH`
    public Programs(String searched) {
        this.searched = searched;
    }

    /// The first of that name that can be run.
    public Optional<Path> find(String name) {
        for (String folder : searched.split(File.pathSeparator)) {
            Optional<Path> program = program(folder, name);
            if (program.isPresent()) {
                return program;
            }
        }
        return Optional.empty();
    }

    private static Optional<Path> program(String folder, String name) {
        try {
            Path path = Path.of(folder).toAbsolutePath().resolve(name);
            return Files.isRegularFile(path) && Files.isExecutable(path)
                    ? Optional.of(path)
                    : Optional.empty();
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }
}
