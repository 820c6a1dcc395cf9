package org.vinculum.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.vinculum.corpus.Corpus.assertNone;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vinculum.binding.BindingRefusedException;
import org.vinculum.binding.GuestBinder;
import org.vinculum.devicetree.DeviceTreeFirmwareReader;
import org.vinculum.devicetree.TreeCodec;
import org.vinculum.devicetree.model.DeviceTreeCodec;
import org.vinculum.firmware.Bus;
import org.vinculum.firmware.InputFile;
import org.vinculum.firmware.Iommu;
import org.vinculum.firmware.Master;
import org.vinculum.firmware.PhysicalStream;
import org.vinculum.firmware.Platform;
import org.vinculum.toolstack.LowestFreeMapper;
import org.vinculum.toolstack.bind.GuestBinding;
import org.vinculum.toolstack.bind.Services;

/// What `bind` does, on every tree with an SMMUv3 that is on.
class BindingCorpusTest {
    @TempDir Path folder;

    private final DeviceTreeCodec codec = new TreeCodec();
    private final DeviceTreeFirmwareReader reader = new DeviceTreeFirmwareReader(codec);

    @Test
    void everyDeviceBehindAnSmmuV3IsBoundToOneGuest() {
        Corpus.debianOrSkip();
        AtomicInteger bound = new AtomicInteger();
        assertNone(EveryTree.faults(file -> bindDevices(file, bound)), "trees cannot be bound");
        System.out.println("trees bound: " + bound);
        assertThat(bound).hasPositiveValue();
    }

    @Test
    void aDeviceThatNoSmmuV3TranslatesIsRefusedWithReasons() {
        AtomicInteger refused = new AtomicInteger();
        assertNone(EveryTree.faults(file -> refuse(file, refused)), "trees are bound unsafely");
        System.out.println("trees refused: " + refused);
        assertThat(refused).hasPositiveValue();
    }

    @Test
    void aFunctionBehindEveryMappedHostBridgeIsBound() {
        Corpus.debianOrSkip();
        AtomicInteger bound = new AtomicInteger();
        assertNone(EveryTree.faults(file -> bindFunctions(file, bound)), "bridges cannot be bound");
        System.out.println("trees with bound PCI functions: " + bound);
        assertThat(bound).hasPositiveValue();
    }

    @Test
    void qemuLoadsTheGuestsTree() throws Exception {
        assumeTrue(Tool.isInstalled("qemu-system-aarch64"), "no qemu-system-aarch64");
        Path host = firstBindable();
        Path guest = Files.write(folder.resolve("guest.dtb"), guestTree(host));
        Path seen = folder.resolve("seen.dtb");
        Process qemu =
                new ProcessBuilder(
                                "qemu-system-aarch64",
                                "-nodefaults",
                                "-display",
                                "none",
                                "-m",
                                "512",
                                "-machine",
                                "virt,gic-version=3,dumpdtb=" + seen,
                                "-dtb",
                                guest.toString())
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("log").toFile())
                        .start();

        assertThat(qemu.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(qemu.exitValue()).as(Files.readString(folder.resolve("log"))).isZero();
        assertThat(codec.read(InputFile.read(seen)).node("/passthrough")).isPresent();
    }

    private String bindDevices(Path file, AtomicInteger bound) throws IOException {
        Platform platform = reader.read(InputFile.read(file)).platform();
        List<Master> masters = bindable(platform);
        if (masters.isEmpty()) {
            return null;
        }
        GuestBinder.Result result = bind(file, configOf(masters));
        bound.incrementAndGet();
        Set<PhysicalStream> expected = new HashSet<>();
        masters.forEach(m -> m.streams().forEach(use -> expected.add(use.stream())));
        Set<PhysicalStream> found = new HashSet<>();
        result.binding().streams().forEach(s -> found.add(s.physical()));
        return found.equals(expected) ? treeFault(result) : "bound " + found + ", not " + expected;
    }

    private String refuse(Path file, AtomicInteger refused) {
        Platform platform = reader.read(InputFile.read(file)).platform();
        Optional<Master> master =
                platform.masters().stream()
                        .filter(m ->
                                m.streams().stream()
                                        .noneMatch(u -> isOn(platform, u.stream().iommu())))
                        .findFirst();
        if (master.isEmpty()) {
            return null;
        }
        try {
            bind(file, configOf(List.of(master.get())));
            return master.get().path() + " was bound";
        } catch (BindingRefusedException e) {
            refused.incrementAndGet();
            return e.refusals().isEmpty() ? "refused without a reason" : null;
        }
    }

    private String bindFunctions(Path file, AtomicInteger bound) throws IOException {
        Platform platform = reader.read(InputFile.read(file)).platform();
        List<String> functions =
                platform.buses().stream()
                        .filter(b -> b.enabled() && leadsToSmmuV3(platform, b))
                        .map(BindingCorpusTest::function)
                        .toList();
        if (functions.isEmpty()) {
            return null;
        }
        GuestBinder.Result result =
                bind(file, "pci = [ \"" + String.join("\", \"", functions) + "\" ]\n");
        bound.incrementAndGet();
        return result.binding().streams().isEmpty() ? "no stream is bound" : treeFault(result);
    }

    /// The first function that the bridge's map leads somewhere.
    private static String function(Bus bus) {
        var entry = bus.iommuMap().entries().getFirst();
        long rid = Math.max(entry.inputBase(), 8);
        return "%04x:%02x:%02x.%x"
                .formatted(bus.pci().orElseThrow().segment(), rid >> 8, rid >> 3 & 0x1f, rid & 7);
    }

    private static boolean leadsToSmmuV3(Platform platform, Bus bus) {
        return bus.pci().isPresent()
                && !bus.iommuMap().entries().isEmpty()
                && bus.iommuMap().entries().getFirst().length() > 0
                && isOn(platform, bus.iommuMap().entries().getFirst().target());
    }

    private static List<Master> bindable(Platform platform) {
        return platform.masters().stream()
                .filter(m -> m.enabled() && m.foreign().isEmpty() && !m.streams().isEmpty())
                .filter(m -> m.streams().stream().allMatch(u -> isOn(platform, u.stream().iommu())))
                .toList();
    }

    private static boolean isOn(Platform platform, String iommu) {
        return platform.iommu(iommu)
                .filter(i -> i instanceof Iommu.SmmuV3 && i.enabled())
                .isPresent();
    }

    private static String configOf(List<Master> masters) {
        List<String> paths = masters.stream().map(m -> "\"" + m.path() + "\"").toList();
        return "dtdev = [ " + String.join(", ", paths) + " ]\n";
    }

    private GuestBinder.Result bind(Path host, String devices) {
        String config = "name = \"guest\"\nmemory = 512\nvcpus = 2\n" + devices;
        return GuestBinding.of(
                new GuestBinder.Request(
                        InputFile.read(host),
                        InputFile.of("guest.cfg", config.getBytes(StandardCharsets.UTF_8)),
                        Optional.empty(),
                        Optional.empty()),
                new Services(List.of(reader), List.of(), codec, new LowestFreeMapper()));
    }

    /// dtc must read the guest's tree, and read it as we do.
    private static String treeFault(GuestBinder.Result result) throws IOException {
        if (!Tool.isInstalled("dtc")) {
            return null;
        }
        return BlobCorpusTest.difference(
                content(result, "guest.dtb"), Dtc.compile(content(result, "guest.dts")));
    }

    private static byte[] content(GuestBinder.Result result, String name) {
        return result.files().stream()
                .filter(f -> f.name().equals(name))
                .findFirst()
                .orElseThrow()
                .content();
    }

    private Path firstBindable() {
        Optional<Path> first =
                Corpus.trees().stream()
                        .filter(f -> !bindable(reader.read(InputFile.read(f)).platform()).isEmpty())
                        .findFirst();
        assumeTrue(first.isPresent(), "no tree with an SMMUv3 that is on and a device behind it");
        return first.get();
    }

    private byte[] guestTree(Path host) {
        Platform platform = reader.read(InputFile.read(host)).platform();
        return content(bind(host, configOf(bindable(platform))), "guest.dtb");
    }
}
