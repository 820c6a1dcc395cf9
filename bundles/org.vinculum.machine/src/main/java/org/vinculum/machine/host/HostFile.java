package org.vinculum.machine.host;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.vinculum.firmware.InputFile;
import org.vinculum.firmware.UnreadableInputException;
import org.vinculum.machine.file.Stamp;

/// The one file of a run's folder that describes the host, whatever its format.
public final class HostFile {
    /// What its name starts with.
    public static final String PREFIX = "host.";

    private HostFile() {}

    /// Reads it; empty when there is none.
    ///
    /// @throws UnreadableInputException when there are several, or it cannot be read
    public static Optional<InputFile> in(Path folder) {
        List<Path> found;
        try {
            found = files(folder);
        } catch (IOException e) {
            throw UnreadableInputException.of(folder.toString(), "a readable folder", e);
        }
        if (found.size() > 1) {
            throw UnreadableInputException.of(
                    folder.toString(),
                    "one file " + PREFIX + "*",
                    found.get(0).getFileName() + " and " + found.get(1).getFileName());
        }
        return found.isEmpty() ? Optional.empty() : Optional.of(InputFile.read(found.getFirst()));
    }

    /// What the files that are there look like, to see whether one has changed.
    public static List<Stamp> stamps(Path folder) {
        try {
            return files(folder).stream().map(Stamp::of).toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        List<Path> found = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, PREFIX + "*")) {
            for (Path file : files) {
                if (Files.isRegularFile(file)) {
                    found.add(file);
                }
            }
        }
        Collections.sort(found);
        return found;
    }
}
