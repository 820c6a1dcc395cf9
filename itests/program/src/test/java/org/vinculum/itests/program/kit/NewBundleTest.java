package org.vinculum.itests.program.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vinculum.itests.program.distribution.Answer;
import org.vinculum.itests.program.distribution.BuiltDistribution;
import org.vinculum.itests.program.distribution.Program;
import org.vinculum.itests.program.run.PlatformTerminal;

/// A vendor's day: a bundle made outside our tree, built with her Maven, and dropped into a platform that runs.
class NewBundleTest {
    private static final String NAME = "com.acme.smmu";
    private static final String MODEL = "com-acme-smmu";

    private static final String HOST =
            """
            /dts-v1/;
            / {
                #address-cells = <2>;
                #size-cells = <2>;
                interrupt-parent = <&intc>;
                intc: interrupt-controller {
                    interrupt-controller;
                    #interrupt-cells = <3>;
                };
                smmu: iommu@4f000000 {
                    compatible = "arm,smmu-v3";
                    reg = <0 0x4f000000 0 0x20000>;
                    interrupts = <0 74 1>, <0 75 1>, <0 76 4>;
                    interrupt-names = "eventq", "gerror", "com-acme-smmu-ecc";
                    #iommu-cells = <1>;
                    hisilicon,broken-prefetch-cmd;
                };
                test@10000000 {
                    reg = <0 0x10000000 0 0x1000>;
                    iommus = <&smmu 0x10>;
                };
            };
            """;

    @TempDir static Path folder;
    private static Answer made;
    private static Answer built;

    @BeforeAll
    static void makeAndBuild() throws Exception {
        Path vendors = Files.createDirectory(folder.resolve("a vendor's"));
        made = new Program(BuiltDistribution.startScript(), vendors).run("new-bundle", NAME);
        assertThat(made.code()).as(made.err()).isZero();
        Path repository = OwnRepository.in(folder);
        try {
            built = VendorsMaven.verify(vendors.resolve(NAME), repository);
        } finally {
            OwnRepository.unlink(folder);
        }
    }

    private static Path jar() {
        return folder.resolve("a vendor's").resolve(NAME).resolve("target/" + NAME + "-1.0.0.jar");
    }

    @Test
    void itBuildsWithPlainMavenAndPassesTheContractTests() {
        assertThat(built.code()).as(built.out()).isZero();
        assertThat(built.out())
                .contains("BUILD SUCCESS")
                .containsPattern("Tests run: [1-9][0-9]*, Failures: 0,.*VariantProfileTest")
                .containsPattern("Tests run: [1-9][0-9]*, Failures: 0,.*PrefetchFlagCheckTest");
        assertThat(jar()).isNotEmptyFile();
    }

    @Test
    void itTakesOverFromTheModelInPlaceAndGivesItBackWhenItIsDeleted() throws Exception {
        Path board = Files.createDirectories(folder.resolve("board"));
        Files.createDirectories(board.resolve("etc"));
        Files.writeString(
                board.resolve("etc/org.vinculum.machine.config"),
                "models=[\"/iommu@4f000000\\=(|(name\\=hi161x)(name\\=" + MODEL + "))\"]\n");
        Files.writeString(board.resolve("host.dts"), HOST);
        Path broken = folder.resolve("broken.dts");
        Files.writeString(broken, HOST.replace("hisilicon,broken-prefetch-cmd;", ""));
        try (PlatformTerminal terminal =
                PlatformTerminal.start(folder, "core,models,machine,shell", board)) {
            terminal.untilItShows("is in operation");
            Path deployed = board.resolve("deploy/" + NAME + ".jar");
            Files.copy(jar(), board.resolve("deploy/jar.part"));

            Files.move(board.resolve("deploy/jar.part"), deployed, StandardCopyOption.ATOMIC_MOVE);

            terminal.untilItShows(MODEL + " 1.0.0 took over from hi161x");
            terminal.type("vinculum:models");
            terminal.untilItShows(MODEL + "  ");
            terminal.type("vinculum:check " + broken);
            terminal.untilItShows("error " + MODEL + "-prefetch /iommu@4f000000: ");

            Files.delete(deployed);

            terminal.untilItShows("took over from " + MODEL + " 1.0.0");
            int before = terminal.shown().length();
            terminal.type("vinculum:check " + broken);
            terminal.type("vinculum:smmus");
            terminal.untilItShows("hi161x", before);
            assertThat(terminal.shown().substring(before)).doesNotContain(MODEL + "-prefetch");
        }
    }
}
