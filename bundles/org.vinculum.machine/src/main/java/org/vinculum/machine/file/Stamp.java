package org.vinculum.machine.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/// What a file looks like from outside, to see that it has changed without reading it.
///
/// @param modified in milliseconds; -1 when there is no such file
/// @param key what tells it from a file that was put in its place
public record Stamp(long modified, long size, String key) {
    private static final Stamp NO_FILE = new Stamp(-1, 0, "");

    /// Of the file itself, not of what a link leads to.
    public static Stamp of(Path file) {
        try {
            BasicFileAttributes now =
                    Files.readAttributes(
                            file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            return new Stamp(
                    now.lastModifiedTime().toMillis(), now.size(), String.valueOf(now.fileKey()));
        } catch (IOException e) {
            return NO_FILE;
        }
    }
}
