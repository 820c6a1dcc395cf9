package org.vinculum.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;

class VendorProfileTest {
    /// An SMMUv3.1 with stage 1 alone; IDR0 is put in.
    private static final String SOURCE =
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
                            "IDR0", IDR0L, "IDR1", 0x02730010L, "IDR5", 0x74L, "AIDR", 1L);
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

    private Bundle install(String idr0) throws Exception {
        byte[] jar =
                MadeBundle.of(work, "com.example.profile", "Acme", SOURCE.replace("IDR0L", idr0));
        Bundle bundle = felix.install("profile", jar);
        bundle.start();
        return bundle;
    }

    private String models() throws Exception {
        return felix.run("models").out();
    }

    @Test
    void aVendorsProfileIsAModelUnderItsNameVersionAndRanking() throws Exception {
        install("0x0d44101aL");

        assertThat(models()).containsPattern("acme-1 +smmuv3 +2\\.5\\.0 +7\n");
    }

    @Test
    void theModelGoesWithTheProfile() throws Exception {
        Bundle profile = install("0x0d44101aL");

        profile.stop();

        assertThat(models()).contains("smmuv3-3.0").doesNotContain("acme-1");
    }

    @Test
    void aProfileThatAsksForWhatTheEngineCannotDoIsLeftOutAlone() throws Exception {
        install("0x0d441010L");

        assertThat(models()).contains("smmuv3-3.0", "qemu-9.2").doesNotContain("acme-1");
    }
}
