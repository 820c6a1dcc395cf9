package org.vinculum.commands.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.vinculum.binding.OutputFile;
import org.vinculum.commands.verb.UsageException;

/// Writes files whole or not at all: what was there before stays until everything new is on the disk beside it.
public final class WholeFiles {
    private WholeFiles() {}

    /// Replaces one file; a device or a pipe is written directly. Missing folders are made.
    ///
    /// @throws UnwritableOutputException when the system refuses; nothing has been changed then
    public static void write(Path file, byte[] content) {
        Path target = file.toAbsolutePath();
        try {
            if (isDevice(target)) {
                Files.write(target, content);
                return;
            }
        } catch (IOException e) {
            throw new UnwritableOutputException(file, e);
        }
        OutputFile only = new OutputFile(target.getFileName().toString(), content);
        write(file, target.getParent(), List.of(only));
    }

    /// Replaces several files of one folder, all or, as far as the file system allows, none. Missing folders are made.
    ///
    /// @throws UnwritableOutputException when the system refuses; nothing has been changed then
    public static void write(Path folder, List<OutputFile> files) {
        write(folder, folder, files);
    }

    /// Refuses a target that is also one of the inputs.
    ///
    /// @throws UsageException naming both
    public static void refuseInputs(Path target, Inputs inputs) {
        for (Path input : inputs.files()) {
            if (isSame(target, input)) {
                throw new UsageException(
                        target
                                + " is an input of this command and would be overwritten; give"
                                + " another output");
            }
        }
    }

    private static void write(Path named, Path folder, List<OutputFile> files) {
        boolean isNew = !Files.exists(folder);
        List<Replacement> replacements = new ArrayList<>();
        Path current = named;
        try {
            Files.createDirectories(folder);
            for (OutputFile file : files) {
                current = folder.resolve(plainName(file));
                replacements.add(Replacement.stage(current, file.content()));
            }
            for (Replacement replacement : replacements) {
                current = replacement.target();
                replacement.keepOld();
            }
            for (Replacement replacement : replacements) {
                current = replacement.target();
                replacement.commit();
            }
        } catch (IOException e) {
            replacements.reversed().forEach(Replacement::rollBack);
            if (isNew) {
                Replacement.deleteQuietly(folder);
            }
            throw new UnwritableOutputException(current, e);
        } finally {
            replacements.forEach(Replacement::close);
        }
    }

    private static Path plainName(OutputFile file) {
        Path name = Path.of(file.name());
        if (name.isAbsolute() || name.getNameCount() != 1 || file.name().startsWith("..")) {
            throw new IllegalArgumentException("not a plain file name: " + file.name());
        }
        return name;
    }

    static boolean isDevice(Path target) {
        return Files.exists(target) && !Files.isRegularFile(target) && !Files.isDirectory(target);
    }

    private static boolean isSame(Path target, Path input) {
        try {
            return !isDevice(target) && Files.isSameFile(target, input);
        } catch (IOException e) {
            return false;
        }
    }
}
