package org.vinculum.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.osgi.framework.Bundle;
import org.osgi.framework.wiring.FrameworkWiring;

class FeaturesResolveTest {
    @TempDir Path storage;

    static List<String> features() throws IOException {
        return RunningFelix.features();
    }

    @ParameterizedTest
    @MethodSource("features")
    void everyFeatureResolvesAlone(String feature) throws Exception {
        try (RunningFelix felix = RunningFelix.installed(storage, feature)) {
            FrameworkWiring wiring = felix.context().getBundle(0).adapt(FrameworkWiring.class);

            wiring.resolveBundles(null);

            assertThat(felix.context().getBundles())
                    .filteredOn(b -> b.getState() == Bundle.INSTALLED)
                    .isEmpty();
        }
    }
}
