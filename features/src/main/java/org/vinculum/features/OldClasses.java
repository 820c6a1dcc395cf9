package org.vinculum.features;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassElement;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFileVersion;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.MethodModel;
import java.lang.classfile.MethodTransform;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Gives classes compiled for Java 5 the stack maps of Java 8, same code otherwise: the JVM keeps no class without them
/// in its AOT cache, which costs a start 40 ms with picocli's 228 classes.
final class OldClasses {
    private static final int JAVA_6 = ClassFile.JAVA_6_VERSION;

    private OldClasses() {}

    /// Copies a jar with its old classes brought up to date. All types they use must be in it or in the JDK.
    static void copy(Path jar, Path to) throws IOException {
        try (JarFile source = new JarFile(jar.toFile())) {
            URL[] itself = {jar.toUri().toURL()};
            try (URLClassLoader types = new URLClassLoader(itself);
                    OutputStream bytes = Files.newOutputStream(to);
                    ZipOutputStream out = new ZipOutputStream(bytes)) {
                rewrite(source, ClassHierarchyResolver.ofResourceParsing(types), out);
            }
        }
    }

    private static void rewrite(JarFile jar, ClassHierarchyResolver types, ZipOutputStream out)
            throws IOException {
        ClassFile format =
                ClassFile.of(
                        ClassFile.StackMapsOption.GENERATE_STACK_MAPS,
                        ClassFile.ClassHierarchyResolverOption.of(
                                types.orElse(ClassHierarchyResolver.defaultResolver())));
        for (ZipEntry entry : entries(jar)) {
            byte[] content = content(jar, entry);
            ZipEntry copy = new ZipEntry(entry.getName());
            copy.setTimeLocal(entry.getTimeLocal());
            out.putNextEntry(copy);
            out.write(isOld(entry, content) ? modern(format, content) : content);
            out.closeEntry();
        }
    }

    private static byte[] modern(ClassFile format, byte[] old) {
        return format.transformClass(format.parse(old), OldClasses::modernise);
    }

    private static void modernise(ClassBuilder modern, ClassElement element) {
        switch (element) {
            case ClassFileVersion _ -> modern.withVersion(ClassFile.JAVA_8_VERSION, 0);
            case MethodModel method when method.code().isPresent() ->
                    modern.transformMethod(
                            method, MethodTransform.transformingCode(CodeTransform.ACCEPT_ALL));
            default -> modern.with(element);
        }
    }

    private static boolean isOld(ZipEntry entry, byte[] content) {
        return entry.getName().endsWith(".class") && (content[7] & 0xff) < JAVA_6;
    }

    private static List<? extends ZipEntry> entries(JarFile jar) {
        return Collections.list(jar.entries());
    }

    private static byte[] content(JarFile jar, ZipEntry entry) throws IOException {
        try (InputStream in = jar.getInputStream(entry)) {
            return in.readAllBytes();
        }
    }
}
