package org.vinculum.itests;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.osgi.framework.Constants;

/// A bundle of the distribution as another release of it would be: the same classes under another version.
final class Reversioned {
    private Reversioned() {}

    /// @param symbolicName of a bundle of the distribution
    static byte[] bundle(String symbolicName, String version) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (JarFile from = new JarFile(jar(symbolicName).toFile())) {
            Manifest manifest = new Manifest(from.getManifest());
            manifest.getMainAttributes().putValue(Constants.BUNDLE_VERSION, version);
            try (JarOutputStream to = new JarOutputStream(out, manifest)) {
                copy(from, to);
            }
        }
        return out.toByteArray();
    }

    /// The same bundle with its packages under another version.
    static byte[] contract(String symbolicName, String version) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (JarFile from = new JarFile(jar(symbolicName).toFile())) {
            Manifest manifest = new Manifest(from.getManifest());
            String exported = manifest.getMainAttributes().getValue(Constants.EXPORT_PACKAGE);
            manifest.getMainAttributes()
                    .putValue(
                            Constants.EXPORT_PACKAGE,
                            exported.replaceAll(";version=\"[^\"]*\"", versioned(version)));
            try (JarOutputStream to = new JarOutputStream(out, manifest)) {
                copy(from, to);
            }
        }
        return out.toByteArray();
    }

    private static String versioned(String version) {
        return ";version=\"" + version + "\"";
    }

    private static void copy(JarFile from, JarOutputStream to) throws IOException {
        for (JarEntry entry : from.stream().toList()) {
            if (!entry.isDirectory() && !entry.getName().equals(JarFile.MANIFEST_NAME)) {
                to.putNextEntry(new JarEntry(entry.getName()));
                try (InputStream in = from.getInputStream(entry)) {
                    in.transferTo(to);
                }
                to.closeEntry();
            }
        }
    }

    private static Path jar(String symbolicName) throws IOException {
        Path bundles = RunningFelix.home().resolve("bundles");
        try (DirectoryStream<Path> found =
                Files.newDirectoryStream(bundles, symbolicName + "-[0-9]*.jar")) {
            return found.iterator().next();
        }
    }
}
