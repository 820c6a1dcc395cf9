package org.vinculum.itests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.platform.engine.discovery.ClassSelector;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;
import org.osgi.framework.Bundle;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.wiring.BundleCapability;
import org.osgi.framework.wiring.BundleRevision;
import org.vinculum.launcher.report.EntryService;

/// Holds `docs/extending` to what it says: the code on each page compiles, passes its contract test and is used.
class ExtendingTest {
    private static final Path ROOT = Path.of(System.getProperty("vinculum.root"));
    private static final Path PAGES = ROOT.resolve("docs/extending");
    private static final String HOST = ROOT.resolve("docs/example/host.dts").toString();

    @TempDir Path work;

    static List<String> pages() throws IOException {
        try (var files = Files.list(PAGES)) {
            return files.map(f -> f.getFileName().toString()).sorted().toList();
        }
    }

    static List<String> pagesWithCode() throws IOException {
        List<String> pages = new ArrayList<>(pages());
        pages.remove("feature-file.md");
        return pages;
    }

    /// Those that show a test, of a contract where there is one.
    static List<String> pagesWithATest() throws IOException {
        List<String> pages = new ArrayList<>();
        for (String page : pagesWithCode()) {
            if (Files.readString(PAGES.resolve(page)).contains("```java test\n")) {
                pages.add(page);
            }
        }
        return pages;
    }

    private DocumentedCode code(String page) throws IOException {
        return DocumentedCode.of(
                PAGES.resolve(page), Files.createDirectory(work.resolve(page + ".work")));
    }

    private Bundle started(RunningFelix felix, String page) throws Exception {
        Bundle bundle = felix.install(page, code(page).bundle());
        bundle.start();
        return bundle;
    }

    @ParameterizedTest
    @MethodSource("pagesWithCode")
    void aPagesCodeCompilesAgainstContractsAlone(String page) throws Exception {
        DocumentedCode code = code(page);

        assertThat(code.isEmpty()).isFalse();
        assertThat(code.classes()).isNotEmptyDirectory();
    }

    @ParameterizedTest
    @MethodSource("pagesWithATest")
    void aPagesTestPasses(String page) throws Exception {
        DocumentedCode code = code(page);
        URL[] classes = {
            code.testClasses().toUri().toURL(), code.classes().toUri().toURL(),
        };
        try (URLClassLoader loader = new URLClassLoader(classes, getClass().getClassLoader())) {
            TestExecutionSummary summary = run(code.tests(), loader);

            assertThat(summary.getFailures()).as(page).extracting(f -> f.getException()).isEmpty();
            assertThat(summary.getTestsSucceededCount()).isPositive();
        }
    }

    private static TestExecutionSummary run(List<String> tests, ClassLoader loader)
            throws ClassNotFoundException {
        List<ClassSelector> selected = new ArrayList<>();
        for (String test : tests) {
            selected.add(selectClass(loader.loadClass(test)));
        }
        var summary = new SummaryGeneratingListener();
        LauncherFactory.create()
                .execute(
                        LauncherDiscoveryRequestBuilder.request().selectors(selected).build(),
                        summary);
        return summary.getSummary();
    }

    @Test
    void everyPagesBundleOffersItsServiceAndNoneWaits() throws Exception {
        try (RunningFelix felix =
                RunningFelix.of(work.resolve("storage"), "core", "models", "machine", "live")) {
            for (String page : pagesWithCode()) {
                Bundle bundle = started(felix, page);

                assertThat(offered(bundle)).as(page).isNotEmpty().containsAll(promised(bundle));
            }
            Supplier<?> waiting =
                    EntryService.find(felix.context(), Supplier.class, "start-report")
                            .orElseThrow();
            assertThat((List<?>) waiting.get()).isEmpty();
        }
    }

    private static List<String> promised(Bundle bundle) {
        List<String> contracts = new ArrayList<>();
        for (BundleCapability offered :
                bundle.adapt(BundleRevision.class).getDeclaredCapabilities("osgi.service")) {
            ((Collection<?>) offered.getAttributes().get("objectClass"))
                    .forEach(type -> contracts.add((String) type));
        }
        return contracts;
    }

    private static List<String> offered(Bundle bundle) {
        List<String> contracts = new ArrayList<>();
        for (ServiceReference<?> service : bundle.getRegisteredServices()) {
            contracts.addAll(List.of((String[]) service.getProperty("objectClass")));
        }
        return contracts;
    }

    @Test
    void theVariantIsAModelAndGoesWithItsBundle() throws Exception {
        try (RunningFelix felix = RunningFelix.of(work.resolve("storage"), "core", "models")) {
            Bundle variant = started(felix, "hardware-variant.md");
            assertThat(felix.run("models").out())
                    .containsPattern("example-smmu +smmuv3 +1\\.0\\.0");

            variant.uninstall();
            assertThat(felix.run("models").out()).doesNotContain("example-smmu");
        }
    }

    @Test
    void theBoardFormatIsInspected() throws Exception {
        Path board = work.resolve("board.txt");
        Files.writeString(board, fence("firmware-reader.md", "text"));
        try (RunningFelix felix = RunningFelix.of(work.resolve("storage"), "core")) {
            started(felix, "firmware-reader.md");

            assertThat(felix.run("inspect", board.toString()).out())
                    .contains("example-board", "/smmu@4f000000", "/dma", "0x10");
        }
    }

    @Test
    void theCheckFindsASmallFrame() throws Exception {
        Path host = work.resolve("host.dts");
        String tree = Files.readString(Path.of(HOST));
        Files.writeString(
                host, tree.replace("<0 0x4f000000 0 0x20000>", "<0 0x4f000000 0 0x10000>"));
        try (RunningFelix felix = RunningFelix.of(work.resolve("storage"), "core")) {
            started(felix, "check.md");

            assertThat(felix.run("check", HOST).out()).doesNotContain("example-frame-small");
            assertThat(felix.run("check", host.toString()).out())
                    .contains("warning example-frame-small /iommu@4f000000");
        }
    }

    @Test
    void theMapperIsAskedInsteadOfOurs() throws Exception {
        try (RunningFelix felix = RunningFelix.of(work.resolve("storage"), "core")) {
            started(felix, "id-mapper.md");
            Path example = Path.of(HOST).getParent();

            RunningFelix.Answer answer =
                    felix.run(
                            "bind",
                            "--host",
                            HOST,
                            "--config",
                            example.resolve("guest.cfg").toString(),
                            "--partial",
                            example.resolve("partial.dts").toString(),
                            "--out",
                            work.resolve("guest").toString());

            assertThat(answer.out()).as(answer.err()).containsPattern("0x10 +0x100 +allocated");
        }
    }

    @Test
    void aConfigurationReachesItsComponent() throws Exception {
        try (RunningFelix felix =
                RunningFelix.installedInRun(work.resolve("board"), "core", "deploy")) {
            Bundle limit = felix.install("limit", code("configuration.md").bundle());
            felix.configure("com.example.limit", Map.of("streams", 0));
            felix.startAll();
            Path host = work.resolve("host.dts");
            String tree = Files.readString(Path.of(HOST));
            Files.writeString(
                    host,
                    tree.replaceFirst(
                            "iommus = <&(\\w+) 0x10>", "iommus = <&$1 0x10>, <&$1 0x11>"));

            assertThat(limit.getState()).isEqualTo(Bundle.ACTIVE);
            assertThat(felix.run("check", host.toString()).out())
                    .contains("2 streams are more than the 1 there may be");
        }
    }

    @Test
    void aMachineTakesThePolicyByItsNameAndAsksTheTypeToTakeOver() throws Exception {
        Path run = Files.createDirectories(work.resolve("board"));
        Files.createDirectories(run.resolve("guests"));
        Files.copy(
                ROOT.resolve("itests/framework/src/test/machines/two-smmus.dts"),
                run.resolve("host.dts"));
        try (RunningFelix felix =
                RunningFelix.installedInRun(run, "core", "models", "machine", "deploy")) {
            felix.install("policy", code("scheduling-policy.md").bundle());
            felix.install("type", code("virtual-iommu-type.md").bundle());
            felix.configure("org.vinculum.machine", Map.of("policy", "example-in-turn"));
            felix.startAll();
            RunningMachine machine = new RunningMachine(felix);
            Await.until("a machine", machine::isThere);

            assertThat(machine.swapOf("dom0", "example-open"))
                    .contains("The guest has been shown an IOMMU of the kind");
        }
    }

    @Test
    void theFeatureShownIsTheExamples() throws Exception {
        assertThat(fence("feature-file.md", "json"))
                .isEqualTo(Files.readString(ROOT.resolve("features/vendor.json")));
    }

    private static String fence(String page, String language) throws IOException {
        return Pattern.compile(
                        "^```" + language + "\\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL)
                .matcher(Files.readString(PAGES.resolve(page)))
                .results()
                .findFirst()
                .orElseThrow()
                .group(1);
    }

    @Test
    void theOverviewLeadsToEveryPageAndEveryLinkLeadsSomewhere() throws Exception {
        List<String> named = links(ROOT.resolve("docs/extending.md"));
        for (String page : pages()) {
            assertThat(named).contains("extending/" + page);
            assertThat(links(PAGES.resolve(page)))
                    .allSatisfy(l -> assertThat(PAGES.resolve(l)).exists());
        }
        assertThat(named).allSatisfy(l -> assertThat(ROOT.resolve("docs").resolve(l)).exists());
    }

    private static List<String> links(Path page) throws IOException {
        return Pattern.compile("\\]\\(([^)#]+)(?:#[^)]*)?\\)")
                .matcher(Files.readString(page))
                .results()
                .map((MatchResult r) -> r.group(1))
                .toList();
    }
}
