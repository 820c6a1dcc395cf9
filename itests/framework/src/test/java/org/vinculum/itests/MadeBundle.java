package org.vinculum.itests;

import aQute.bnd.osgi.Builder;
import aQute.bnd.osgi.Jar;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/// A bundle from one source file, made as a vendor makes it: javac against the contracts, then bnd.
final class MadeBundle {
    private MadeBundle() {}

    /// @param name both the symbolic name and the package of the class
    static byte[] of(Path work, String name, String type, String source) throws Exception {
        return of(work, name, type, source, classPath());
    }

    /// The same against other contracts than today's.
    static byte[] of(Path work, String name, String type, String source, List<File> contracts)
            throws Exception {
        Path classes = compile(work, name, type, source, contracts);
        return packed(name, name, classes, contracts);
    }

    /// A bundle of a package of the tests, with more packages of the class path in it as a copy.
    ///
    /// @param name both the symbolic name and the package
    static byte[] ofTests(String name, String... copied) throws Exception {
        Path classes =
                Path.of(
                        System.getProperty("vinculum.root"),
                        "itests/framework/target/test-classes");
        return packed(name, name + "," + String.join(",", copied), classes, classPath());
    }

    /// Classes as a bundle, with what bnd makes of their annotations.
    static byte[] packed(String name, String packages, Path classes, List<File> contracts)
            throws Exception {
        try (Builder builder = new Builder()) {
            builder.setProperty("Bundle-SymbolicName", name);
            builder.setProperty("-privatepackage", packages);
            builder.addClasspath(classes.toFile());
            for (File contract : contracts) {
                builder.addClasspath(contract);
            }
            Jar jar = builder.build();
            if (!builder.isOk()) {
                throw new AssertionError("bnd: " + builder.getErrors() + builder.getWarnings());
            }
            return bytes(jar);
        }
    }

    // Only what packages are imported from: bnd reads every class of every jar it is given.
    static List<File> classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(e -> e.contains("org.vinculum.") || e.contains("osgi"))
                .map(File::new)
                .filter(File::exists)
                .toList();
    }

    private static Path compile(
            Path work, String name, String type, String source, List<File> contracts)
            throws IOException {
        Path file = work.resolve("source").resolve(name.replace('.', '/')).resolve(type + ".java");
        Files.createDirectories(file.getParent());
        Files.writeString(file, source);
        Path classes = Files.createDirectories(work.resolve("classes"));
        JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
        StringWriter messages = new StringWriter();
        try (StandardJavaFileManager files = javac.getStandardFileManager(null, null, null)) {
            files.setLocation(StandardLocation.CLASS_PATH, contracts);
            Iterable<? extends JavaFileObject> units = files.getJavaFileObjects(file);
            List<String> options =
                    List.of("-d", classes.toString(), "-Xlint:all", "-Werror", "-proc:none");
            if (!javac.getTask(messages, files, null, options, null, units).call()) {
                throw new AssertionError(messages.toString());
            }
        }
        return classes;
    }

    private static byte[] bytes(Jar jar) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        jar.write(out);
        return out.toByteArray();
    }
}
