package org.vinculum.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.wiring.BundleCapability;
import org.osgi.framework.wiring.BundleRequirement;
import org.osgi.framework.wiring.BundleRevision;
import org.vinculum.launcher.report.EntryService;

/// Every feature started by itself, as `vinculum run --features NAME` would, on a machine where nothing else is.
class FeaturesStartTest {
    private static final String CONTRACT = "vinculum.contract";
    private static final String DIAGNOSIS = "org.vinculum.diagnosis";

    @TempDir Path run;

    static List<String> features() throws IOException {
        return RunningFelix.features();
    }

    private RunningFelix started(String feature) throws Exception {
        RunningFelix felix = RunningFelix.installedInRun(run, feature);
        if (!feature.equals("shell")) {
            felix.installAlso(DIAGNOSIS);
        }
        felix.startAll();
        return felix;
    }

    @ParameterizedTest
    @MethodSource("features")
    void everyBundleOfAFeatureStarts(String feature) throws Exception {
        try (RunningFelix felix = started(feature)) {
            assertThat(felix.context().getBundles())
                    .allSatisfy(b ->
                            assertThat(b.getState())
                                    .as(b.getSymbolicName())
                                    .isEqualTo(
                                            RunningFelix.isFragment(b)
                                                    ? Bundle.RESOLVED
                                                    : Bundle.ACTIVE));
        }
    }

    @ParameterizedTest
    @MethodSource("features")
    void noComponentOfAFeatureWaits(String feature) throws Exception {
        try (RunningFelix felix = started(feature)) {
            EntryService.find(felix.context(), Supplier.class, "start-report")
                    .ifPresent(report -> assertThat((List<?>) report.get()).isEmpty());
        }
    }

    @ParameterizedTest
    @MethodSource("features")
    void whatABundleOfOursSaysItOffersIsThere(String feature) throws Exception {
        try (RunningFelix felix = started(feature)) {
            for (Bundle bundle : ours(felix)) {
                assertThat(registered(bundle))
                        .as(bundle.getSymbolicName())
                        .containsAll(promised(bundle));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("features")
    void everyContractThatIsAskedForIsBroughtByTheFeatureOrByCore(String feature) throws Exception {
        try (RunningFelix felix = RunningFelix.installedInRun(run, feature, "core")) {
            List<BundleCapability> brought = new ArrayList<>();
            for (Bundle bundle : ours(felix)) {
                brought.addAll(revision(bundle).getDeclaredCapabilities(CONTRACT));
            }
            for (Bundle bundle : ours(felix)) {
                for (BundleRequirement asked : revision(bundle).getDeclaredRequirements(CONTRACT)) {
                    assertThat(isBrought(asked, brought))
                            .as(bundle.getSymbolicName() + " asks for " + asked)
                            .isTrue();
                }
            }
        }
    }

    private static boolean isBrought(BundleRequirement asked, List<BundleCapability> brought)
            throws InvalidSyntaxException {
        Map<String, String> directives = asked.getDirectives();
        if ("optional".equals(directives.get("resolution"))) {
            return true;
        }
        var filter = FrameworkUtil.createFilter(directives.get("filter"));
        return brought.stream().anyMatch(c -> filter.matches(c.getAttributes()));
    }

    private static List<Bundle> ours(RunningFelix felix) {
        return List.of(felix.context().getBundles()).stream()
                .filter(b -> b.getSymbolicName().startsWith("org.vinculum."))
                .toList();
    }

    private static BundleRevision revision(Bundle bundle) {
        return bundle.adapt(BundleRevision.class);
    }

    private static List<String> promised(Bundle bundle) {
        List<String> contracts = new ArrayList<>();
        for (BundleCapability offered : revision(bundle).getDeclaredCapabilities("osgi.service")) {
            var types = (Collection<?>) offered.getAttributes().get("objectClass");
            types.forEach(type -> contracts.add((String) type));
        }
        return contracts;
    }

    private static List<String> registered(Bundle bundle) {
        List<String> contracts = new ArrayList<>();
        ServiceReference<?>[] services = bundle.getRegisteredServices();
        if (services != null) {
            for (ServiceReference<?> service : services) {
                contracts.addAll(List.of((String[]) service.getProperty("objectClass")));
            }
        }
        return contracts;
    }
}
