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

    private MachineRun run(boolean dom0) {
        MachineSettings settings =
                new MachineSettings(
                        "board",
                        new ModelChoice(Map.of(), "smmuv3"),
                        List.of(),
                        Optional.empty(),
                        dom0,
                        1 << 24,
                        64,
                        "p");
        return new MachineRun(
                folder,
                settings,
                installed,
                m -> {
                    published.add("+");
                    return () -> published.add("-" + machine.closed);
                },
                news);
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
        assertThat(published).containsExactly("+");
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

        assertThat(published).containsExactly("+", "-false");
        assertThat(machine.closed).isTrue();
    }
}
