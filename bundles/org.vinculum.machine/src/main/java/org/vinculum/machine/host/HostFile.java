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

/// The one file of a run's folder that describes the host, whatever its format.
public final class HostFile {
    /// What its name starts with.
    public static final String PREFIX = "host.";

    private HostFile() {}

    /// Reads it; empty when there is none.
    ///
    /// @throws UnreadableInputException when there are several, or it cannot be read
    public static Optional<InputFile> in(Path folder) {
        List<Path> found = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, PREFIX + "*")) {
            for (Path file : files) {
                if (Files.isRegularFile(file)) {
                    found.add(file);
                }
            }
        } catch (IOException e) {
            throw UnreadableInputException.of(folder.toString(), "a readable folder", e);
        }
        if (found.size() > 1) {
            Collections.sort(found);
            throw UnreadableInputException.of(
                    folder.toString(),
                    "one file " + PREFIX + "*",
                    found.get(0).getFileName() + " and " + found.get(1).getFileName());
        }
        return found.isEmpty() ? Optional.empty() : Optional.of(InputFile.read(found.getFirst()));
    }
}
