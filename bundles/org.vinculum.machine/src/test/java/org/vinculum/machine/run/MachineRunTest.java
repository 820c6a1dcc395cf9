package org.vinculum.machine.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vinculum.binding.GuestBinder;
import org.vinculum.devicetree.model.DeviceTreeCodec;
import org.vinculum.domain.Hypervisor;
import org.vinculum.domain.MachineDescription;
import org.vinculum.firmware.FirmwareReader;
import org.vinculum.iommu.IommuModelFactory;
import org.vinculum.machine.FakeMachine;
import org.vinculum.machine.HeardNews;
import org.vinculum.machine.TwoSmmus;
import org.vinculum.machine.host.MachineSettings;
import org.vinculum.machine.host.ModelChoice;

class MachineRunTest {
    /// Services of a platform that has all it needs, unless a test takes something away.
    private final class Installed implements Parts {
        private Set<String> virtualIommus = Set.of("smmuv3");
        private Object generation = 1;

        @Override
        public Hypervisor hypervisor() {
            return description -> {
                started.add(description);
                return machine;
            };
        }

        @Override
        public List<FirmwareReader> readers() {
            return List.of(TwoSmmus.READER);
        }

        @Override
        public List<IommuModelFactory> models() {
            return List.of();
        }

        @Override
        public Set<String> virtualIommus() {
            return virtualIommus;
        }

        @Override
        public Optional<DeviceTreeCodec> codec() {
            return Optional.of(TwoSmmus.CODEC);
        }

        @Override
        public Optional<GuestBinder> binder() {
            return TwoSmmus.installed();
        }

        @Override
        public Object generation() {
            return generation;
        }
    }

    @TempDir Path folder;
    private final FakeMachine machine = new FakeMachine(2);
    private final List<MachineDescription> started = new ArrayList<>();
    private final List<String> published = new ArrayList<>();
    private final HeardNews news = new HeardNews();
    private final Installed installed = new Installed();

    @BeforeEach
    void prepare() throws Exception {
        Files.createDirectory(folder.resolve("guests"));
    }

    private static MachineSettings settings(
            boolean dom0, Map<String, String> models, String otherwise, int budget) {
        return new MachineSettings(
                "board",
                new ModelChoice(models, otherwise),
                List.of(),
                Optional.empty(),
                dom0,
                1 << 24,
                budget,
                "p");
    }

    private static MachineSettings models(Map<String, String> models, String otherwise) {
        return settings(true, models, otherwise, 64);
    }

    private MachineRun run(boolean dom0) {
        return new MachineRun(
                folder,
                settings(dom0, Map.of(), "smmuv3", 64),
                installed,
                (name, _) -> {
                    published.add("+" + name);
                    return () -> published.add("-" + machine.closed);
                },
                news);
    }

    private MachineRun running() throws Exception {
        host("host.dts", TwoSmmus.SOURCE);
        MachineRun run = run(true);
        run.look(0);
        assertThat(started).hasSize(1);
        return run;
    }

    private void host(String name, String source) throws Exception {
        Files.writeString(folder.resolve(name), source);
    }

    @Test
    void withoutADescriptionThereIsNoMachineAndOneLineSaysHowToGetOne() {
        MachineRun run = run(true);

        run.look(0);
        run.look(1);

        assertThat(started).isEmpty();
        assertThat(news.warned)
                .singleElement()
                .asString()
                .contains("host.dtb", "would describe one");
    }

    @Test
    void aDescriptionThatComesLaterMakesOne() throws Exception {
        MachineRun run = run(true);
        run.look(0);

        host("host.anything", TwoSmmus.SOURCE);
        run.look(1);

        assertThat(started).hasSize(1);
        assertThat(published).containsExactly("+board");
        assertThat(machine.there).containsOnlyKeys("dom0");
        assertThat(news.told).last().asString().contains("machine 'board'", "2 SMMUs");
    }

    @Test
    void twoDescriptionsAreOneTooMany() throws Exception {
        host("host.dts", TwoSmmus.SOURCE);
        host("host.dtb", TwoSmmus.SOURCE);

        run(true).look(0);

        assertThat(started).isEmpty();
        assertThat(news.warned).singleElement().asString().contains("host.dtb and host.dts");
    }

    @Test
    void aDescriptionThatNobodyUnderstandsIsSaidOnceAndReadAgainWhenItChanges() throws Exception {
        host("host.dts", "/dts-v1/; nonsense");
        MachineRun run = run(true);
        run.look(0);
        run.look(1);
        assertThat(news.warned).singleElement().asString().contains("host.dts:1");

        host("host.dts", TwoSmmus.SOURCE);
        run.look(2);

        assertThat(started).hasSize(1);
    }

    @Test
    void aDescriptionWithoutSmmusMakesNoMachine() throws Exception {
        host("host.dts", "/dts-v1/; / { };");

        run(true).look(0);

        assertThat(started).isEmpty();
        assertThat(news.warned).singleElement().asString().contains("describes no SMMUv3 in use");
    }

    @Test
    void itWaitsForAVirtualSmmuToBeInstalled() throws Exception {
        host("host.dts", TwoSmmus.SOURCE);
        installed.virtualIommus = Set.of();
        MachineRun run = run(true);
        run.look(0);
        assertThat(started).isEmpty();

        installed.virtualIommus = Set.of("smmuv3");
        installed.generation = 2;
        run.look(1);

        assertThat(started).hasSize(1);
    }

    @Test
    void dom0IsAChoice() throws Exception {
        host("host.dts", TwoSmmus.SOURCE);

        run(false).look(0);

        assertThat(machine.there).isEmpty();
    }

    @Test
    void theMachineIsWithdrawnBeforeItEnds() throws Exception {
        host("host.dts", TwoSmmus.SOURCE);
        MachineRun run = run(true);
        run.look(0);

        run.close();

        assertThat(published).containsExactly("+board", "-false");
        assertThat(machine.closed).isTrue();
    }

    @Test
    void anotherModelForAnSmmuIsSwappedWhileTheMachineGoesOn() throws Exception {
        MachineRun run = running();

        run.change(models(Map.of(TwoSmmus.B, "acme"), "smmuv3"));
        run.look(1);

        assertThat(machine.swapped).containsExactly(TwoSmmus.B + "=acme");
        assertThat(news.told).last().asString().contains(TwoSmmus.B + " is acme now");
        assertThat(started).hasSize(1);
        assertThat(machine.closed).isFalse();
    }

    @Test
    void anotherModelForAllIsSwappedWhereNoOtherIsNamed() throws Exception {
        MachineRun run = running();
        run.change(models(Map.of(TwoSmmus.B, "acme"), "smmuv3"));

        run.change(models(Map.of(TwoSmmus.B, "acme"), "(name=x*)"));

        assertThat(machine.swapped)
                .containsExactly(TwoSmmus.B + "=acme", TwoSmmus.A + "=(name=x*)");
    }

    @Test
    void whatIsNoLongerNamedIsTheOneForAllAgain() throws Exception {
        MachineRun run = running();
        run.change(models(Map.of(TwoSmmus.B, "acme"), "smmuv3"));

        run.change(models(Map.of(), "smmuv3"));

        assertThat(machine.swapped).endsWith(TwoSmmus.B + "=smmuv3");
    }

    @Test
    void aRefusalIsToldWithEveryReasonAndTheMachineGoesOn() throws Exception {
        MachineRun run = running();
        machine.refusals.put("acme", List.of("It has no stage 2.", "It is slow."));

        run.change(models(Map.of(TwoSmmus.A, "acme"), "smmuv3"));

        assertThat(news.warned)
                .containsExactly(
                        TwoSmmus.A + " is not swapped to 'acme': It has no stage 2.",
                        TwoSmmus.A + " is not swapped to 'acme': It is slow.");
        assertThat(machine.closed).isFalse();
    }

    @Test
    void whatWasRefusedIsTriedAgainWhenServicesHaveChangedAndToldOnce() throws Exception {
        MachineRun run = running();
        machine.refusals.put("acme", List.of("No such model."));
        run.change(models(Map.of(TwoSmmus.A, "acme"), "smmuv3"));
        run.look(1);
        assertThat(machine.swapped).hasSize(1);

        installed.generation = 2;
        run.look(2);
        assertThat(machine.swapped).hasSize(2);
        assertThat(news.warned).hasSize(1);

        machine.refusals.clear();
        installed.generation = 3;
        run.look(3);
        installed.generation = 4;
        run.look(4);

        assertThat(machine.swapped).hasSize(3);
        assertThat(machine.choices).containsEntry(TwoSmmus.A, "acme");
    }

    @Test
    void whatWasRefusedIsGivenUpWhenSomebodyChoosesAnother() throws Exception {
        MachineRun run = running();
        machine.refusals.put("acme", List.of("No such model."));
        run.change(models(Map.of(TwoSmmus.A, "acme"), "smmuv3"));

        machine.choices.put(TwoSmmus.A, "other");
        installed.generation = 2;
        run.look(1);

        assertThat(machine.swapped).hasSize(1);
    }

    @Test
    void anythingElseStartsTheMachineAnewAndSaysSo() throws Exception {
        MachineRun run = running();

        run.change(settings(false, Map.of(), "smmuv3", 65));
        run.look(1);

        assertThat(news.told)
                .anySatisfy(line -> assertThat(line).endsWith("something else of dom0, budget"));
        assertThat(started).hasSize(2).last().returns(65, MachineDescription::budget);
        assertThat(published).containsExactly("+board", "-false", "+board");
        assertThat(machine.swapped).isEmpty();
    }

    @Test
    void anUnchangedConfigurationChangesNothing() throws Exception {
        MachineRun run = running();

        run.change(models(Map.of(), "smmuv3"));
        run.look(1);

        assertThat(started).hasSize(1);
        assertThat(machine.swapped).isEmpty();
    }

    @Test
    void beforeThereIsAMachineTheConfigurationJustCounts() throws Exception {
        MachineRun run = run(true);
        run.look(0);

        run.change(settings(true, Map.of(), "acme", 64));
        host("host.dts", TwoSmmus.SOURCE.replace("hisilicon,broken-prefetch-cmd;", ""));
        run.look(1);

        assertThat(started.getFirst().smmus())
                .extracting(MachineDescription.Smmu::model)
                .containsExactly("acme", "acme");
    }

    @Test
    void noMachineIsMadeBeforeAConfigurationThatIsComing() throws Exception {
        host("host.dts", TwoSmmus.SOURCE.replace("hisilicon,broken-prefetch-cmd;", ""));

        try (var thread = new RunThread(folder, run(true), true, news)) {
            thread.change(settings(true, Map.of(), "acme", 64));
        }

        assertThat(started).hasSize(1);
        assertThat(started.getFirst().smmus())
                .extracting(MachineDescription.Smmu::model)
                .containsOnly("acme");
    }
}
