package org.vinculum.machine.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.vinculum.domain.MachineDescription;
import org.vinculum.domain.MachineRefusedException;
import org.vinculum.iommu.IommuModel;
import org.vinculum.iommu.IommuModelFactory;
import org.vinculum.iommu.IommuSurroundings;
import org.vinculum.iommu.SmmuProfile;
import org.vinculum.machine.TwoSmmus;
import org.vinculum.memory.AddressRange;
import org.vinculum.smmu.SmmuFactory;
import org.vinculum.smmu.profile.Profiles;
import org.vinculum.smmu.translation.TranslationEngine;

class MachinePlanTest {
    /// A factory that has a name and makes nothing.
    private record Named(String name) implements IommuModelFactory {
        @Override
        public String kind() {
            return "smmuv3";
        }

        @Override
        public Map<String, String> features() {
            return Map.of("IDR1.SIDSIZE", "16");
        }

        @Override
        public IommuModel create(IommuSurroundings around, Map<String, Long> identification) {
            throw new UnsupportedOperationException();
        }
    }

    private static MachineSettings settings(ModelChoice models, AddressRange... ram) {
        return new MachineSettings(
                "board", models, List.of(ram), Optional.empty(), true, 1 << 24, 64, "p");
    }

    private static MachinePlan plan(Host host, Map<String, String> models, AddressRange... ram) {
        return MachinePlan.of(host, settings(new ModelChoice(models, "smmuv3"), ram));
    }

    private static Host with(String source, String... models) {
        List<IommuModelFactory> installed = new ArrayList<>();
        for (String model : models) {
            installed.add(new Named(model));
        }
        Host host = TwoSmmus.host(source);
        return new Host(host.file(), host.platform(), host.tree(), installed);
    }

    private static List<String> models(MachinePlan plan) {
        return plan.description().smmus().stream().map(MachineDescription.Smmu::model).toList();
    }

    @Test
    void framesMemoryAndMessageFrameAreTheDescriptions() {
        MachineDescription machine = plan(TwoSmmus.host(), Map.of()).description();

        assertThat(machine.smmus())
                .extracting(s -> s.path() + " " + s.frame())
                .containsExactly(
                        "/iommu@4f000000 0x4f000000+0x20000", "/iommu@4f800000 0x4f800000+0x20000");
        assertThat(machine.ram()).containsExactly(AddressRange.of(0x8000_0000L, 0x4000_0000L));
        assertThat(machine.messageFrame()).contains(AddressRange.of(0x2f03_0000L, 0x1_0000L));
    }

    @Test
    void theHighestGenericModelIsTakenUnlessTheFirmwareBetraysAnother() {
        Host host = with(TwoSmmus.SOURCE, "smmuv3-3.1", "hi161x", "smmuv3-3.3", "mmu-600-r2p0");

        assertThat(models(plan(host, Map.of()))).containsExactly("smmuv3-3.3", "hi161x");
    }

    @Test
    void whatTheUserSaysOfAnSmmuCountsMost() {
        Host host = with(TwoSmmus.SOURCE, "smmuv3-3.3", "hi161x", "mmu-700-r1p1");

        assertThat(models(plan(host, Map.of(TwoSmmus.B, "mmu-700-r1p1"))))
                .containsExactly("smmuv3-3.3", "mmu-700-r1p1");
    }

    @Test
    void aModelThatIsNotInstalledIsNotReplacedBehindTheUsersBack() {
        Host host = with(TwoSmmus.SOURCE, "smmuv3-3.3");

        assertThat(models(plan(host, Map.of(TwoSmmus.A, "acme"))))
                .containsExactly("acme", "smmuv3-3.3");
    }

    @Test
    void unitsOfAnotherKindAreLeftOutWithANote() {
        String source =
                TwoSmmus.SOURCE.replace(
                        "a: iommu@4f000000 {",
                        "iommu@5 { compatible = \"arm,smmu-v2\"; reg = <0 5 0 1>;"
                                + " #iommu-cells = <1>; };\n a: iommu@4f000000 {");

        MachinePlan plan = plan(TwoSmmus.host(source), Map.of());

        assertThat(plan.description().smmus())
                .extracting(MachineDescription.Smmu::path)
                .containsExactly(TwoSmmus.A, TwoSmmus.B);
        assertThat(plan.notes())
                .singleElement()
                .asString()
                .startsWith("/iommu@5 is no SMMUv3 but smmuv2");
    }

    @Test
    void anSmmuThatTheFirmwareDoesNotUseIsThereAllTheSame() {
        String source =
                TwoSmmus.SOURCE.replace("hisilicon,broken-prefetch-cmd;", "status = \"disabled\";");

        assertThat(plan(TwoSmmus.host(source), Map.of()).description().smmus())
                .extracting(MachineDescription.Smmu::path)
                .containsExactly(TwoSmmus.A, TwoSmmus.B);
    }

    @Test
    void withoutMemoryInTheDescriptionSomeIsAssumedAndSaid() {
        Host silent = TwoSmmus.host(TwoSmmus.SOURCE.replace("\"memory\"", "\"x\""));

        assertThat(plan(silent, Map.of()).description().ram())
                .containsExactly(AddressRange.of(0x1_0000_0000L, 0x1_0000_0000L));
        assertThat(plan(silent, Map.of()).notes())
                .singleElement()
                .asString()
                .contains("says nothing of memory");
    }

    @Test
    void memoryOfTheUserBeatsThatOfTheDescription() {
        AddressRange own = AddressRange.of(0x10_0000_0000L, 0x1000_0000L);

        assertThat(plan(TwoSmmus.host(), Map.of(), own).description().ram()).containsExactly(own);
    }

    private static MachinePlan withBaseline(List<IommuModelFactory> installed, String... names) {
        Host host = TwoSmmus.host(TwoSmmus.SOURCE.replace("hisilicon,broken-prefetch-cmd;", ""));
        MachineSettings settings =
                new MachineSettings(
                        "board",
                        new ModelChoice(Map.of(), "smmuv3-3.2"),
                        List.of(names),
                        List.of(),
                        Optional.empty(),
                        true,
                        1 << 24,
                        64,
                        "p");
        return MachinePlan.of(
                new Host(host.file(), host.platform(), host.tree(), installed), settings);
    }

    private static List<IommuModelFactory> ours() {
        List<IommuModelFactory> installed = new ArrayList<>();
        for (SmmuProfile profile : Profiles.all()) {
            installed.add(new SmmuFactory(profile, TranslationEngine.maker(profile.caches())));
        }
        return installed;
    }

    private static long idr0(MachinePlan plan) {
        return plan.description().smmus().getFirst().identification().get("IDR0");
    }

    @Test
    void aFilterStaysWhatItIs() {
        Host host = with(TwoSmmus.SOURCE, "smmuv3-3.3");

        assertThat(models(plan(host, Map.of(TwoSmmus.A, "(name=smmuv3-*)"))))
                .startsWith("(name=smmuv3-*)");
    }

    @Test
    void withoutABaselineAnSmmuShowsWhatItHas() {
        assertThat(withBaseline(ours()).description().smmus())
                .allMatch(smmu -> smmu.identification().isEmpty());
    }

    /// ATS is IDR0 bit 10 (IHI 0070, 6.3.1): the generic models have it, QEMU's has not.
    @Test
    void withABaselineAllShowWhatItsModelsHaveInCommon() {
        MachinePlan generic = withBaseline(ours(), "smmuv3-3.0", "smmuv3-3.1");
        MachinePlan poorer = withBaseline(ours(), "smmuv3-3.0", "qemu-9.2");

        assertThat(idr0(generic) & 1 << 10).isNotZero();
        assertThat(idr0(poorer) & 1 << 10).isZero();
        assertThat(poorer.description().smmus())
                .hasSize(2)
                .allMatch(smmu -> smmu.identification().get("IDR0") == idr0(poorer));
    }

    @Test
    void noneShowsMoreThanItsOwnModelHas() {
        assertThat(withBaseline(ours(), "smmuv3-3.3"))
                .isEqualTo(withBaseline(ours(), "smmuv3-3.3", "smmuv3-3.2"));
    }

    @Test
    void aBaselineOfWhatIsNotThereMakesNoMachine() {
        assertThatThrownBy(() -> withBaseline(ours(), "smmuv3-3.0", "acme"))
                .isInstanceOf(MachineRefusedException.class)
                .hasMessage("The baseline's acme is not installed.");
    }
}
