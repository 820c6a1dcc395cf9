package org.vinculum.itests;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.jar.JarFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The cut of the bundles, as `docs/architecture.md` draws it, held against the jars of the distribution.
class ArchitectureTest {
    private static final Set<String> CONTRACTS =
            Set.of(
                    "org.vinculum.memory",
                    "org.vinculum.preference",
                    "org.vinculum.firmware",
                    "org.vinculum.devicetree.model",
                    "org.vinculum.acpi.model",
                    "org.vinculum.binding",
                    "org.vinculum.iommu",
                    "org.vinculum.smmu.spec",
                    "org.vinculum.scenario.model",
                    "org.vinculum.swap",
                    "org.vinculum.domain",
                    "org.vinculum.benchmark",
                    "org.vinculum.live");

    private static final String[] OSGI = {
        "org.osgi.framework..", "org.osgi.service..", "org.osgi.util..", "org.apache.felix.."
    };

    static JavaClasses ours;

    @BeforeAll
    static void read() throws IOException {
        List<JarFile> files = new ArrayList<>();
        for (Path jar : jars()) {
            files.add(new JarFile(jar.toFile()));
        }
        ours = new ClassFileImporter().importJars(files);
        for (JarFile file : files) {
            file.close();
        }
    }

    static List<Path> jars() throws IOException {
        List<Path> jars = new ArrayList<>();
        try (DirectoryStream<Path> found =
                Files.newDirectoryStream(
                        RunningFelix.home().resolve("bundles"), "org.vinculum.*.jar")) {
            found.forEach(jars::add);
        }
        return jars;
    }

    private static String header(Path jar, String name) throws IOException {
        try (JarFile file = new JarFile(jar.toFile())) {
            String value = file.getManifest().getMainAttributes().getValue(name);
            return value == null ? "" : value;
        }
    }

    private static List<String> others(Path jar) throws IOException {
        String own = header(jar, "Bundle-SymbolicName");
        List<String> providers = new ArrayList<>();
        for (Path other : jars()) {
            String name = header(other, "Bundle-SymbolicName");
            if (!name.equals(own) && !CONTRACTS.contains(name)) {
                providers.add(name);
            }
        }
        return providers;
    }

    @ParameterizedTest
    @MethodSource("jars")
    void onlyContractsAndVocabularyExportPackages(Path jar) throws IOException {
        boolean contract = CONTRACTS.contains(header(jar, "Bundle-SymbolicName"));

        assertThat(!header(jar, "Export-Package").isEmpty()).isEqualTo(contract);
    }

    @ParameterizedTest
    @MethodSource("jars")
    void nobodyImportsFromAProvider(Path jar) throws IOException {
        List<String> imported =
                List.of(header(jar, "Import-Package").split(",(?=[a-z])")).stream()
                        .map(i -> i.split(";")[0])
                        .toList();

        assertThat(imported).doesNotContainAnyElementsOf(others(jar));
    }

    @Test
    void theVendorsExampleImportsContractsAlone() throws IOException {
        Path example = RunningFelix.home().resolve("bundles/example.vendor-0.1.0.jar");

        assertThat(header(example, "Import-Package").split(",(?=[a-z])"))
                .extracting(imported -> imported.split(";")[0])
                .filteredOn(name -> !name.startsWith("java."))
                .isNotEmpty()
                .allMatch(name ->
                        CONTRACTS.stream()
                                .anyMatch(c -> name.equals(c) || name.startsWith(c + ".")));
        assertThat(header(example, "Export-Package")).isEmpty();
    }

    @Test
    void theVendorsExampleIsShort() throws IOException {
        long lines = 0;
        Path sources =
                Path.of(System.getProperty("vinculum.root"), "bundles/example.vendor/src/main");
        try (var files = Files.walk(sources)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                lines += Files.readAllLines(file).size();
            }
        }
        assertThat(lines).isBetween(50L, 199L);
    }

    @Test
    void logicImportsNoOsgi() {
        noClasses()
                .that(
                        resideInAnyPackage(
                                "org.vinculum.memory..",
                                "org.vinculum.firmware..",
                                "org.vinculum.binding..",
                                "org.vinculum.devicetree.*..",
                                "org.vinculum.acpi.model..",
                                "org.vinculum.iommu..",
                                "org.vinculum.acpi.iort.*..",
                                "org.vinculum.checks.*..",
                                "org.vinculum.toolstack.*..",
                                "org.vinculum.drawing.*..",
                                "org.vinculum.smmu.*..",
                                "org.vinculum.scenario.*..",
                                "org.vinculum.swap..",
                                "org.vinculum.domain..",
                                "org.vinculum.benchmark..",
                                "org.vinculum.hypervisor.*..",
                                "org.vinculum.viommu.*..",
                                "org.vinculum.guest.*..",
                                "org.vinculum.machine.*..",
                                "org.vinculum.live..",
                                "org.vinculum.qemu.*..",
                                "org.vinculum.metrics.*..",
                                "org.vinculum.console.*..",
                                "org.vinculum.slf4j..",
                                "org.vinculum.commands.*.."))
                .should()
                .dependOnClassesThat(resideInAnyPackage(OSGI))
                .check(ours);
    }

    @Test
    void contractsKnowNoProvider() {
        noClasses()
                .that(
                        resideInAnyPackage(
                                "org.vinculum.memory..",
                                "org.vinculum.firmware..",
                                "org.vinculum.binding..",
                                "org.vinculum.devicetree.model..",
                                "org.vinculum.acpi.model..",
                                "org.vinculum.iommu..",
                                "org.vinculum.smmu.spec..",
                                "org.vinculum.scenario.model..",
                                "org.vinculum.swap..",
                                "org.vinculum.domain..",
                                "org.vinculum.benchmark..",
                                "org.vinculum.live.."))
                .should()
                .dependOnClassesThat(
                        resideInAnyPackage("org.vinculum..")
                                .and(
                                        not(
                                                resideInAnyPackage(
                                                        "org.vinculum.memory..",
                                                        "org.vinculum.firmware..",
                                                        "org.vinculum.binding..",
                                                        "org.vinculum.devicetree.model..",
                                                        "org.vinculum.acpi.model..",
                                                        "org.vinculum.iommu..",
                                                        "org.vinculum.smmu.spec..",
                                                        "org.vinculum.scenario.model..",
                                                        "org.vinculum.swap..",
                                                        "org.vinculum.domain..",
                                                        "org.vinculum.benchmark..",
                                                        "org.vinculum.live.."))))
                .check(ours);
    }

    @Test
    void namesSayWhatIsInside() {
        noClasses()
                .should()
                .haveNameMatching(".*(Impl|Util|Utils|Helper|Manager|Constants)")
                .orShould()
                .resideInAnyPackage("..impl..", "..util..", "..common..", "..helper..", "..misc..")
                .check(ours);
    }

    @Test
    void noSourceFileIsLongerThan400Lines() throws IOException {
        try (var files = Files.walk(Path.of(System.getProperty("vinculum.root"), "bundles"))) {
            assertThat(files.filter(f -> f.toString().endsWith(".java")))
                    .allSatisfy(f ->
                            assertThat(Files.readAllLines(f))
                                    .as(f.toString())
                                    .hasSizeLessThanOrEqualTo(400));
        }
    }
}
