package org.vinculum.console.login;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.EnumSet;
import java.util.Set;

/// The password of a run, in a file that only its owner can read. It is made once, of 192 random bits, and never printed.
public final class Secret {
    /// The file's name in the folder of the run.
    public static final String FILE = "console.secret";

    private static final int RANDOM_BYTES = 24;
    private static final int LEAST_CHARACTERS = 20;
    private static final int MOST_CHARACTERS = 256;
    private static final Set<PosixFilePermission> OURS_ALONE =
            PosixFilePermissions.fromString("rw-------");

    private final byte[] password;

    private Secret(byte[] password) {
        this.password = password;
    }

    /// The folder's, which is made when there is none. One that is there may be the user's own choice.
    ///
    /// @throws IOException when it cannot be read or made, or somebody else may know it
    public static Secret of(Path folder) throws IOException {
        Path file = folder.resolve(FILE);
        make(file);
        refuseForeign(file);
        String line = Files.readString(file).strip();
        if (line.length() < LEAST_CHARACTERS || line.length() > MOST_CHARACTERS) {
            throw new IOException(file + ": expected 20 to 256 characters, found " + line.length());
        }
        return new Secret(line.getBytes(StandardCharsets.UTF_8));
    }

    /// Whether these bytes are it; takes as long for a wrong one as for the right one.
    boolean is(byte[] given) {
        return MessageDigest.isEqual(password, given);
    }

    private static void make(Path file) throws IOException {
        byte[] random = new byte[RANDOM_BYTES];
        new SecureRandom().nextBytes(random);
        String line = Base64.getUrlEncoder().encodeToString(random) + "\n";
        try {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(OURS_ALONE));
        } catch (FileAlreadyExistsException e) {
            return;
        }
        Files.writeString(file, line, StandardOpenOption.WRITE);
    }

    private static void refuseForeign(Path file) throws IOException {
        PosixFileAttributes found =
                Files.readAttributes(file, PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        EnumSet<PosixFilePermission> others = EnumSet.copyOf(found.permissions());
        others.removeAll(OURS_ALONE);
        String user = System.getProperty("user.name");
        if (!found.isRegularFile() || !others.isEmpty() || !found.owner().getName().equals(user)) {
            throw new IOException(
                    file
                            + ": expected a file of "
                            + user
                            + " with mode 0600, found "
                            + (found.isRegularFile() ? "one" : "no file, but something")
                            + " of "
                            + found.owner().getName()
                            + " with "
                            + PosixFilePermissions.toString(found.permissions()));
        }
    }
}
