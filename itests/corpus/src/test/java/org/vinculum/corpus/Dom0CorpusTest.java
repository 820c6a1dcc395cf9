package org.vinculum.corpus;

import static org.vinculum.corpus.BlobCorpusTest.difference;
import static org.vinculum.corpus.Corpus.assertNone;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vinculum.binding.Dom0Describer;
import org.vinculum.devicetree.DeviceTreeFirmwareReader;
import org.vinculum.devicetree.TreeCodec;
import org.vinculum.devicetree.model.DeviceTreeCodec;
import org.vinculum.firmware.InputFile;
import org.vinculum.firmware.Iommu;
import org.vinculum.firmware.Platform;
import org.vinculum.memory.Address;
import org.vinculum.toolstack.DeviceTreeDom0Describer;

/// What dom0 gets on every machine of the corpus.
class Dom0CorpusTest {
    @TempDir Path folder;

    private final DeviceTreeCodec codec = new TreeCodec();
    private final DeviceTreeFirmwareReader reader = new DeviceTreeFirmwareReader(codec);
    private final Dom0Describer describer = new DeviceTreeDom0Describer(codec);

    /// A virtual SMMUv3 as dom0 finds it; all that a driver or a reference needs.
    private record Place(String path, Address base, OptionalInt phandle) {}

    @Test
    void everySmmuV3ThatIsOnKeepsItsPlaceItsBaseAndItsPhandle() {
        AtomicInteger smmus = new AtomicInteger();
        assertNone(EveryTree.faults(file -> fault(file, smmus)), "descriptions of dom0 are wrong");
        System.out.println("SMMUs kept for dom0: " + smmus);
    }

    @Test
    void dtcReadsWhatDom0Gets() {
        Dtc.orSkip();
        AtomicInteger number = new AtomicInteger();
        assertNone(
                EveryTree.faults(file -> {
                    byte[] tree = described(file);
                    Path copy = folder.resolve(number.incrementAndGet() + ".dtb");
                    String fault = difference(tree, Dtc.canonical(Files.write(copy, tree)));
                    Files.delete(copy);
                    return fault;
                }),
                "descriptions of dom0 are not as dtc would write them");
    }

    private String fault(Path file, AtomicInteger smmus) {
        List<Place> host = places(reader.read(InputFile.read(file)).platform());
        InputFile dom0 = InputFile.of(file.getFileName().toString(), described(file));
        List<Place> seen = places(reader.read(dom0).platform());
        smmus.addAndGet(seen.size());
        return seen.equals(host) ? null : "dom0 sees " + seen + ", the machine has " + host;
    }

    private byte[] described(Path file) {
        return describer.describe(InputFile.read(file)).file().content();
    }

    private static List<Place> places(Platform platform) {
        return platform.iommus().stream()
                .filter(i -> i instanceof Iommu.SmmuV3 && i.enabled())
                .map(i -> new Place(i.path(), i.base().orElse(null), i.phandle()))
                .toList();
    }
}
