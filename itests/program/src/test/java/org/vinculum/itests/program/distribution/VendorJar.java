package org.vinculum.itests.program.distribution;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/// Makes a bundle, as a vendor would ship it, of one of the test's own classes.
public final class VendorJar {
    private VendorJar() {}

    /// @param activator the bundle's only class
    /// @param imports the value of `Import-Package`
    public static Path of(Path folder, Class<?> activator, String imports) throws IOException {
        Manifest manifest = new Manifest();
        Attributes headers = manifest.getMainAttributes();
        headers.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        headers.putValue("Bundle-ManifestVersion", "2");
        headers.putValue("Bundle-SymbolicName", activator.getName());
        headers.putValue("Bundle-Version", "1.2.3");
        headers.putValue("Bundle-Activator", activator.getName());
        headers.putValue("Import-Package", imports);
        Path jar = folder.resolve(activator.getSimpleName() + ".jar");
        String entry = activator.getName().replace('.', '/') + ".class";
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest);
                InputStream type = activator.getClassLoader().getResourceAsStream(entry)) {
            out.putNextEntry(new JarEntry(entry));
            type.transferTo(out);
            out.closeEntry();
        }
        return jar;
    }
}
