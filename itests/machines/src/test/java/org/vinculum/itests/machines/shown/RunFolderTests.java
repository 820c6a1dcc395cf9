package org.vinculum.itests.machines.shown;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vinculum.domain.Domain;
import org.vinculum.domain.Machine;
import org.vinculum.domain.MachineDescription;
import org.vinculum.firmware.PhysicalStream;
import org.vinculum.guest.device.DmaDevice;
import org.vinculum.guest.driver.AddressSpace;
import org.vinculum.guest.driver.DeviceDescription;
import org.vinculum.guest.driver.GuestPages;
import org.vinculum.iommu.Access;
import org.vinculum.itests.machines.RunParts;
import org.vinculum.itests.machines.TestedMachine;
import org.vinculum.itests.machines.TestedSmmu;
import org.vinculum.machine.host.MachineSettings;
import org.vinculum.machine.host.ModelChoice;
import org.vinculum.machine.news.News;
import org.vinculum.machine.run.MachineRun;
import org.vinculum.memory.AddressRange;
import org.vinculum.smmu.spec.event.FTranslation;

/// The scene from its files: a host's device tree and a guest's configuration lie in a folder, and the guest's driver works with
/// what became of them.
class RunFolderTests {
    private static final String HOST =
            """
            /dts-v1/;
            / {
                #address-cells = <2>;
                #size-cells = <2>;
                memory@80000000 { device_type = "memory"; reg = <0 0x80000000 0 0x40000000>; };
                a: iommu@4f000000 { compatible = "arm,smmu-v3"; reg = <0 0x4f000000 0 0x20000>;
                    #iommu-cells = <1>; };
                b: iommu@4f800000 { compatible = "arm,smmu-v3"; reg = <0 0x4f800000 0 0x20000>;
                    #iommu-cells = <1>; };
                dma@10000000 { reg = <0 0x10000000 0 0x1000>; iommus = <&a 0x10>; };
                dma@20000000 { reg = <0 0x20000000 0 0x1000>; iommus = <&b 0x10>; };
            };
            """;
    private static final String BOTH = "dtdev = [ \"/dma@10000000\", \"/dma@20000000\" ]";
    private static final PhysicalStream FIRST = PhysicalStream.of("/iommu@4f000000", 0x10);
    private static final PhysicalStream SECOND = PhysicalStream.of("/iommu@4f800000", 0x10);
    private static final long FRAME = 0x404_0000L;
    private static final AddressRange RAM = AddressRange.of(0x4000_0000L, 32L << 20);
    private static final long IOVA = 0x10_0000L;
    private static final long LONG_AFTER = 10_000_000_000L;

    @TempDir Path folder;
    private final List<String> news = new ArrayList<>();
    private Machine machine;
    private MachineRun run;
    private long now;

    @BeforeEach
    void start() throws IOException {
        Files.createDirectory(folder.resolve("guests"));
        Files.writeString(folder.resolve("host.dts"), HOST);
        var settings =
                new MachineSettings(
                        "board",
                        new ModelChoice(Map.of(), "smmuv3"),
                        List.of(),
                        Optional.empty(),
                        false,
                        0,
                        MachineDescription.DEFAULT_BUDGET,
                        MachineDescription.DEFAULT_POLICY);
        run = new MachineRun(folder, settings, new RunParts(), this::published, listener());
        look();
        assertThat(machine).as("%s", news).isNotNull();
    }

    private Runnable published(String name, Machine started) {
        assertThat(name).isEqualTo("board");
        machine = started;
        return () -> {};
    }

    private News listener() {
        return new News() {
            @Override
            public void tell(String sentence) {
                news.add(sentence);
            }

            @Override
            public void warn(String sentence) {
                news.add(sentence);
            }
        };
    }

    @AfterEach
    void close() {
        assertThat(machine.hostTraffic()).allMatch(traffic -> traffic.commandErrors() == 0);
        run.close();
    }

    private void look() {
        for (int i = 0; i < 3; i++) {
            now += LONG_AFTER;
            run.look(now);
        }
    }

    private Domain guest(String name, String... lines) throws IOException {
        Files.writeString(
                folder.resolve("guests/" + name + ".cfg"),
                "name = \"" + name + "\"\nmemory = 64\n" + String.join("\n", lines) + "\n");
        look();
        return machine.domain(name).orElseThrow(() -> new AssertionError(news));
    }

    private TestedSmmu driver(Domain guest, long frame, AddressRange ram) {
        GuestPages pages = new GuestPages(guest.memory(), ram);
        return new TestedSmmu(new TestedMachine(machine), guest, frame, pages);
    }

    private DmaDevice device(PhysicalStream stream) {
        return new DmaDevice(device -> machine.connect(stream, device), false);
    }

    private static long mapped(Domain guest, TestedSmmu smmu, int vsid, long value) {
        AddressSpace space = smmu.driver.addressSpace();
        smmu.driver.device(DeviceDescription.of(vsid)).attach(space);
        long page = smmu.pages.demand(1);
        var ram = guest.memory().ram(page);
        ram.setLong(page - ram.start(), value);
        space.map(IOVA, page, 4096, Access.READ);
        return page;
    }

    @Test
    void aGuestsFilesBecomeADomainWhoseDriverDrivesBothDevices() throws IOException {
        Domain web = guest("web", BOTH);
        TestedSmmu smmu = driver(web, FRAME, RAM);
        mapped(web, smmu, 1, 11);
        mapped(web, smmu, 2, 22);

        assertThat(device(FIRST).readLong(IOVA, -1)).isEqualTo(11);
        assertThat(device(SECOND).readLong(IOVA, -1)).isEqualTo(22);
        device(SECOND).readLong(0x77_7000, -1);
        new TestedMachine(machine).settle();
        smmu.poll();

        assertThat(smmu.events)
                .singleElement()
                .isInstanceOfSatisfying(
                        FTranslation.class,
                        fault -> {
                            assertThat(fault.streamId()).isEqualTo(2);
                            assertThat(fault.fault().inputAddr()).isEqualTo(0x77_7000);
                        });
    }

    @Test
    void aGuestThatAsksForItHasAVirtualSmmuForEachPhysicalOne() throws IOException {
        Domain web = guest("web", BOTH, "viommu_topology = \"per-physical\"");
        assertThat(web.traffic()).hasSize(2);
        String binding = Files.readString(folder.resolve("guests/web.out/binding.json"));
        List<Long> frames = numbers("base", binding);
        List<Long> vsids = numbers("vsid", binding);
        assertThat(frames).startsWith(FRAME).doesNotHaveDuplicates();
        assertThat(vsids).hasSize(2);
        TestedSmmu one = driver(web, frames.get(0), AddressRange.of(0x4000_0000L, 16L << 20));
        TestedSmmu other = driver(web, frames.get(1), AddressRange.of(0x4100_0000L, 16L << 20));
        mapped(web, one, vsids.get(0).intValue(), 11);
        mapped(web, other, vsids.get(1).intValue(), 22);

        assertThat(device(FIRST).readLong(IOVA, -1)).isEqualTo(11);
        assertThat(device(SECOND).readLong(IOVA, -1)).isEqualTo(22);
    }

    private static List<Long> numbers(String name, String binding) {
        return Pattern.compile("\"" + name + "\": \"0x([0-9a-f]+)\"")
                .matcher(binding)
                .results()
                .map(found -> Long.parseLong(found.group(1), 16))
                .toList();
    }

    @Test
    void whenItsFileGoesTheGuestGoesAndItsDevicesReachNothing() throws IOException {
        Domain web = guest("web", BOTH);
        mapped(web, driver(web, FRAME, RAM), 1, 11);
        DmaDevice device = device(FIRST);
        assertThat(device.readLong(IOVA, -1)).isEqualTo(11);

        Files.delete(folder.resolve("guests/web.cfg"));
        look();

        assertThat(machine.domains()).isEmpty();
        assertThat(device.reaches(IOVA, false)).isFalse();
    }

    @Test
    void aFileThatIsDroppedInWhileAnotherGuestRunsTakesNothingFromIt() throws IOException {
        Domain web = guest("web", "dtdev = [ \"/dma@10000000\" ]");
        mapped(web, driver(web, FRAME, RAM), 1, 11);

        Domain mail = guest("mail", "dtdev = [ \"/dma@20000000\" ]");
        mapped(mail, driver(mail, FRAME, RAM), 1, 22);

        assertThat(device(FIRST).readLong(IOVA, -1)).isEqualTo(11);
        assertThat(device(SECOND).readLong(IOVA, -1)).isEqualTo(22);
    }
}
