package org.vinculum.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.ServiceReference;

/// Two versions of the bundle with the SMMUv3 model, side by side.
class TwoEnginesTest {
    private static final String FACTORY = "org.vinculum.iommu.IommuModelFactory";
    private static final String ENGINE = "org.vinculum.smmu";
    private static final String NEXT = "10.0.0";

    private static final String VENDOR =
            """
            package com.example.profile;

            import java.util.Map;
            import java.util.Set;
            import org.osgi.service.component.annotations.Component;
            import org.vinculum.iommu.SmmuProfile;

            @Component(
                    name = "com.example.profile",
                    property = {"service.ranking:Integer=7", "vinculum.version=2.5"})
            public final class Acme implements SmmuProfile {
                @Override
                public String name() {
                    return "acme-1";
                }

                @Override
                public String title() {
                    return "Acme SMMU";
                }

                @Override
                public Map<String, Long> identification() {
                    return Map.of(
                            "IDR0", 0x0d44101aL, "IDR1", 0x02730010L, "IDR5", 0x74L, "AIDR", 1L);
                }

                @Override
                public Set<Erratum> errata() {
                    return Set.of();
                }
            }
            """;

    @TempDir Path work;
    private RunningFelix felix;

    @BeforeEach
    void start() throws Exception {
        felix = RunningFelix.of(work.resolve("storage"), "core", "models");
    }

    @AfterEach
    void stop() throws Exception {
        felix.close();
    }

    private Bundle installNext() throws Exception {
        Bundle next = felix.install("next", Reversioned.bundle(ENGINE, NEXT));
        next.start();
        return next;
    }

    /// Version and engine of each model of a name, sorted.
    private List<String> versions(String name) throws Exception {
        List<String> versions = new ArrayList<>();
        for (ServiceReference<?> factory : factories("(name=" + name + ")")) {
            versions.add(
                    factory.getProperty("vinculum.version")
                            + " by "
                            + factory.getProperty("vinculum.engine"));
        }
        versions.sort(null);
        return versions;
    }

    private List<ServiceReference<?>> factories(String filter) throws Exception {
        ServiceReference<?>[] found = felix.context().getAllServiceReferences(FACTORY, filter);
        return found == null ? List.of() : List.of(found);
    }

    @Test
    void aModelSaysWhichItIsAndWhoseEngineItHas() throws Exception {
        assertThat(factories("(&(kind=smmuv3)(name=mmu-700-r1p1)(vinculum.version>=0.1))"))
                .hasSize(1);
        assertThat(versions("mmu-700-r1p1")).containsExactly("0.1.0 by 0.1.0");
    }

    @Test
    void eachEngineOffersItsOwnProfilesAndLeavesTheOthersAlone() throws Exception {
        int before = factories(null).size();

        installNext();

        assertThat(versions("smmuv3-3.2")).containsExactly("0.1.0 by 0.1.0", "10.0.0 by 10.0.0");
        assertThat(factories(null)).hasSize(2 * before);
    }

    @Test
    void aFilterComparesVersionsAsNumbers() throws Exception {
        installNext();

        assertThat(factories("(&(name=smmuv3-3.2)(vinculum.engine>=2))")).hasSize(1);
        assertThat(factories("(&(name=smmuv3-3.2)(vinculum.version>=2))")).hasSize(1);
    }

    @Test
    void bothOfferWhatAVendorBrings() throws Exception {
        felix.install("profile", MadeBundle.of(work, "com.example.profile", "Acme", VENDOR))
                .start();
        installNext();

        assertThat(versions("acme-1")).containsExactly("2.5.0 by 0.1.0", "2.5.0 by 10.0.0");
        assertThat(factories("(&(name=acme-1)(service.ranking=7))")).hasSize(2);
    }

    @Test
    void withOneOfThemOnlyItsOwnModelsGo() throws Exception {
        Bundle next = installNext();

        felix.bundle(ENGINE).stop();
        assertThat(versions("smmuv3-3.2")).containsExactly("10.0.0 by 10.0.0");

        felix.bundle(ENGINE).start();
        next.uninstall();
        assertThat(versions("smmuv3-3.2")).containsExactly("0.1.0 by 0.1.0");
    }
}
