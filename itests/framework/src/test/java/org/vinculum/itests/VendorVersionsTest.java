package org.vinculum.itests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.jar.JarInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;

/// Bundles of vendors that were built against another release of the contract of models.
class VendorVersionsTest {
    private static final String CONTRACT = "org.vinculum.iommu";

    /// Implements everything that 1.0.0 of the contract asks for.
    private static final String SOURCE =
            """
            package com.example.profile;

            import java.util.Map;
            import java.util.Optional;
            import java.util.Set;
            import org.osgi.service.component.annotations.Component;
            import org.vinculum.iommu.SmmuProfile;
            import org.vinculum.iommu.VendorCommands;

            @Component(name = "com.example.profile")
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
                    return Map.of("IDR0", 0x0d44101aL, "IDR1", 0x02730010L, "IDR5", 0x74L);
                }

                @Override
                public Set<Erratum> errata() {
                    return Set.of();
                }

                @Override
                public Optional<VendorCommands> vendorCommands() {
                    return Optional.of((word0, word1) -> word1 == 7);
                }
            }
            """;

    /// Command 0x85 twice: the vendor takes the first and refuses the second.
    private static final String SCENARIO =
            """
            {"scenario":"commands","model":"acme-1","idr":{},"cite":"IHI 0070, 4.1.1"}
            {"ram":"0x40000000","size":"0x100000"}
            {"write":"0x90","width":8,"value":"0x40020008"}
            {"write":"0x20","width":4,"value":"0x8"}
            {"cmd":["0x85","0x7"],"cerror":0}
            {"cmd":["0x85","0x8"],"cerror":1}
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

    private byte[] builtAgainst(File contract) throws Exception {
        List<File> contracts = new ArrayList<>(MadeBundle.classPath());
        contracts.removeIf(file -> file.getPath().contains(CONTRACT));
        contracts.addFirst(contract);
        return MadeBundle.of(work, "com.example.profile", "Acme", SOURCE, contracts);
    }

    private static File released() {
        Path baseline = Path.of(System.getProperty("vinculum.root"), "cnf", "baseline");
        Path folder = baseline.resolve("org/vinculum/" + CONTRACT + "/0.0.1");
        return folder.resolve(CONTRACT + "-0.0.1.jar").toFile();
    }

    private File ofTheFuture() throws Exception {
        Path jar = work.resolve(CONTRACT + "-9.jar");
        return Files.write(jar, Reversioned.contract(CONTRACT, "2.0.0")).toFile();
    }

    private static String imports(byte[] jar) throws Exception {
        try (var in = new JarInputStream(new ByteArrayInputStream(jar))) {
            return in.getManifest().getMainAttributes().getValue("Import-Package");
        }
    }

    @Test
    void aBundleOfAnOlderMinorVersionWorks() throws Exception {
        byte[] jar = builtAgainst(released());
        assertThat(imports(jar)).contains(CONTRACT + ";version=\"[1.0,2)\"");

        felix.install("profile", jar).start();

        assertThat(felix.run("models").out()).contains("acme-1");
        Path scenario = Files.writeString(work.resolve("commands.jsonl"), SCENARIO);
        assertThat(felix.run("replay", "--model", "acme-1", scenario.toString()).out())
                .isEqualTo("1 passed, 0 failed\n");
    }

    @Test
    void aBundleOfAnotherMajorVersionIsRefusedWithWhatItWantsAndWhatThereIs() throws Exception {
        byte[] jar = builtAgainst(ofTheFuture());
        assertThat(imports(jar)).contains(CONTRACT + ";version=\"[2.0,3)\"");
        Bundle bundle = felix.install("profile", jar);

        var refused = catchThrowableOfType(BundleException.class, bundle::start);

        assertThat(refused.getType()).isEqualTo(BundleException.RESOLVE_ERROR);
        assertThat(reasons())
                .containsExactly(
                        "com.example.profile 0.0.0: needs package org.vinculum.iommu"
                                + " [2.0.0,3.0.0); there is 1.1.0 (org.vinculum.iommu 0.1.0)");
        assertThat(felix.run("models").out()).contains("smmuv3-3.0").doesNotContain("acme-1");
    }

    @Test
    void onceItIsGoneThereIsNothingToReport() throws Exception {
        felix.install("profile", builtAgainst(ofTheFuture())).uninstall();

        assertThat(reasons()).isEmpty();
    }

    private List<Object> reasons() throws Exception {
        var found =
                felix.context()
                        .getAllServiceReferences(
                                Supplier.class.getName(), "(vinculum.entry=resolution-report)");
        var report = (Supplier<?>) felix.context().getService(found[0]);
        return new ArrayList<>((List<?>) report.get());
    }
}
