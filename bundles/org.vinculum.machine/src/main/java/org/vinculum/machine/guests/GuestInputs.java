package org.vinculum.machine.guests;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.vinculum.binding.GuestBinder;
import org.vinculum.firmware.InputFile;
import org.vinculum.firmware.UnreadableInputException;

/// The files of one guest, read once: its configuration and the partial tree that this names. Only what lies in the
/// folder is read, whoever put it there.
///
/// @param config messages call it by its name in the folder
record GuestInputs(InputFile config, Optional<InputFile> partial) {
    /// No configuration is as long as this.
    static final int MOST_CONFIG = 1 << 20;

    /// @param file in the folder
    /// @throws UnreadableInputException when one is absent, no plain file, elsewhere, or too large
    static GuestInputs read(Path folder, Path file, GuestBinder binder) {
        String name = file.getFileName().toString();
        InputFile config =
                new InputFile(name, content(name, file, MOST_CONFIG), Optional.of(folder));
        List<Path> named = binder.filesNamedBy(config);
        return new GuestInputs(config, named.stream().findFirst().map(p -> inside(folder, p)));
    }

    /// The files that would be read besides, as far as that can be known.
    static List<Path> named(Path folder, Path file, GuestBinder binder) {
        try {
            String name = file.getFileName().toString();
            byte[] content = content(name, file, MOST_CONFIG);
            return binder.filesNamedBy(new InputFile(name, content, Optional.of(folder)));
        } catch (UnreadableInputException e) {
            return List.of();
        }
    }

    private static InputFile inside(Path folder, Path named) {
        String name = named.toString();
        try {
            Path home = folder.toRealPath();
            Path real = named.toRealPath();
            if (!real.startsWith(home)) {
                throw UnreadableInputException.of(
                        name, "a file in the folder of the guests", "one elsewhere");
            }
            return new InputFile(
                    home.relativize(real).toString(),
                    content(name, real, InputFile.DEFAULT_CAP),
                    Optional.of(folder));
        } catch (IOException e) {
            throw UnreadableInputException.of(name, "a readable file", e);
        }
    }

    private static byte[] content(String name, Path file, int cap) {
        if (Files.isSymbolicLink(file)) {
            throw UnreadableInputException.of(name, "a plain file", "a link");
        }
        // a pipe would be waited for
        if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)
                && !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            throw UnreadableInputException.of(name, "a plain file", "something else");
        }
        try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            return InputFile.readCapped(name, in, cap);
        } catch (IOException e) {
            throw UnreadableInputException.of(name, "a readable file", e);
        }
    }
}
