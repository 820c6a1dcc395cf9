package org.vinculum.commands.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.vinculum.commands.print.Terminal;
import org.vinculum.commands.verb.Installed;
import org.vinculum.commands.verb.Options;
import org.vinculum.commands.verb.UsageException;
import org.vinculum.firmware.InputFile;
import org.vinculum.firmware.UnreadableInputException;
import picocli.CommandLine.ParseResult;

/// Reads the inputs of one command, none larger than the user allows, and remembers which files they were.
public final class Inputs {
    /// What stands for standard input or output.
    public static final String STANDARD = "-";

    private final Terminal terminal;
    private final int cap;
    private final List<Path> files = new ArrayList<>();
    private boolean standardInputRead;

    /// @param given where `--max-size` is looked up
    /// @throws UsageException when `--max-size` is no size
    public Inputs(Terminal terminal, ParseResult given) {
        this.terminal = terminal;
        String size = Options.text(given, Options.MAX_SIZE);
        this.cap = size == null ? InputFile.DEFAULT_CAP : ByteSize.parse(size);
    }

    /// The files read so far, which no output may replace.
    public List<Path> files() {
        return Collections.unmodifiableList(files);
    }

    /// Counts a file that somebody else has read among the inputs, so that it is not overwritten either.
    public void keep(Path file) {
        files.add(file);
    }

    /// @throws UnreadableInputException when it cannot be read or is too large
    public InputFile file(String given) {
        return read(path(given));
    }

    /// A file, or standard input for [#STANDARD].
    ///
    /// @throws UnreadableInputException when it cannot be read or is too large
    /// @throws UsageException when standard input is asked for twice
    public InputFile fileOrStandardInput(String given) {
        return given.equals(STANDARD) ? standardInput() : file(given);
    }

    /// A file, or what Linux would boot with from a folder such as `/sys/firmware`.
    ///
    /// @throws UnreadableInputException when it cannot be read or is too large
    public InputFile firmware(String given, Installed installed) {
        Path path = path(given);
        if (!Files.isDirectory(path)) {
            return read(path);
        }
        FirmwareFolder folder = new FirmwareFolder(path, this::read);
        InputFile chosen = folder.choose(installed);
        folder.note().ifPresent(terminal::diagnose);
        return chosen;
    }

    /// The path the user means.
    ///
    /// @throws UnreadableInputException when this system cannot name such a file
    public Path path(String given) {
        try {
            return terminal.path(given);
        } catch (InvalidPathException e) {
            throw UnreadableInputException.of(given, "a file name of this locale", e.getReason());
        }
    }

    private InputFile read(Path path) {
        InputFile file = InputFile.read(path, cap);
        files.add(path);
        return file;
    }

    private InputFile standardInput() {
        if (standardInputRead) {
            throw new UsageException("standard input ('-') can be read only once");
        }
        standardInputRead = true;
        try {
            return InputFile.of(
                    "standard input", InputFile.readCapped("standard input", terminal.in(), cap));
        } catch (IOException e) {
            throw UnreadableInputException.of("standard input", "a readable stream", e);
        }
    }
}
