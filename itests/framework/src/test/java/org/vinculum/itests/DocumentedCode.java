package org.vinculum.itests;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/// The code of one page of `docs/extending`: what is fenced as `java` is a bundle, what is fenced as `java test` tests it.
final class DocumentedCode {
    private static final Pattern FENCE =
            Pattern.compile(
                    "^```(java(?: test)?)\\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);
    private static final Pattern PACKAGE =
            Pattern.compile("^package ([a-z.]+);", Pattern.MULTILINE);
    private static final Pattern TYPE =
            Pattern.compile("^(?:public )?(?:final )?class ([A-Za-z]+)", Pattern.MULTILINE);

    /// What bundles that extend the platform may know, besides annotations.
    private static final List<String> CONTRACTS =
            List.of(
                    "memory",
                    "firmware",
                    "binding",
                    "iommu",
                    "smmu.spec",
                    "swap",
                    "domain",
                    "live");

    private record Source(boolean test, String packageName, String type, String text) {}

    private final List<Source> sources;
    private final Path work;

    private DocumentedCode(List<Source> sources, Path work) {
        this.sources = sources;
        this.work = work;
    }

    /// @param work an empty folder
    static DocumentedCode of(Path page, Path work) throws IOException {
        List<Source> sources = new ArrayList<>();
        for (MatchResult fence : FENCE.matcher(Files.readString(page)).results().toList()) {
            String text = fence.group(2);
            sources.add(
                    new Source(
                            fence.group(1).endsWith("test"),
                            first(PACKAGE, text),
                            first(TYPE, text),
                            text));
        }
        return new DocumentedCode(List.copyOf(sources), work);
    }

    private static String first(Pattern pattern, String text) {
        return pattern.matcher(text).results().findFirst().orElseThrow().group(1);
    }

    boolean isEmpty() {
        return sources.isEmpty();
    }

    /// Names of the classes that test the bundle.
    List<String> tests() {
        return sources.stream()
                .filter(Source::test)
                .map(s -> s.packageName() + "." + s.type())
                .toList();
    }

    String packageName() {
        return sources.getFirst().packageName();
    }

    /// Compiles the bundle's classes against contracts alone.
    Path classes() throws IOException {
        return compile(false, "classes", classPath(DocumentedCode::isContract));
    }

    /// Compiles the tests against the bundle's classes and everything that tests may use.
    Path testClasses() throws IOException {
        List<File> all = new ArrayList<>(classPath(_ -> true));
        all.add(classes().toFile());
        return compile(true, "test-classes", all);
    }

    /// The bundle, with what bnd makes of the annotations.
    byte[] bundle() throws Exception {
        List<File> contracts = classPath(DocumentedCode::isContract);
        return MadeBundle.packed(packageName(), packageName(), classes(), contracts);
    }

    private Path compile(boolean tests, String folder, List<File> classPath) throws IOException {
        List<Path> files = new ArrayList<>();
        for (Source source : sources) {
            if (source.test() == tests) {
                files.add(write(source));
            }
        }
        Path classes = Files.createDirectories(work.resolve(folder));
        JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
        StringWriter messages = new StringWriter();
        List<String> options =
                List.of("-d", classes.toString(), "-Xlint:all,-path", "-Werror", "-proc:none");
        try (StandardJavaFileManager manager = javac.getStandardFileManager(null, null, null)) {
            manager.setLocation(javax.tools.StandardLocation.CLASS_PATH, classPath);
            var units = manager.getJavaFileObjectsFromPaths(files);
            if (!javac.getTask(messages, manager, null, options, null, units).call()) {
                throw new AssertionError(messages.toString());
            }
        }
        return classes;
    }

    private Path write(Source source) throws IOException {
        Path file =
                work.resolve(source.test() ? "test" : "main")
                        .resolve(source.packageName().replace('.', '/'))
                        .resolve(source.type() + ".java");
        Files.createDirectories(file.getParent());
        return Files.writeString(file, source.text());
    }

    private static boolean isContract(File jar) {
        String name = jar.getName();
        return CONTRACTS.stream().anyMatch(c -> name.matches("org\\.vinculum\\." + c + "-\\d.*"))
                || name.startsWith("org.osgi.service.component.annotations-")
                || name.startsWith("osgi.annotation-")
                || name.startsWith("org.osgi.annotation.");
    }

    private static List<File> classPath(Predicate<File> wanted) {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(File::new)
                .filter(File::exists)
                .filter(wanted)
                .toList();
    }
}
