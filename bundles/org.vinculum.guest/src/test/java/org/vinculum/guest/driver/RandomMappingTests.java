package org.vinculum.guest.driver;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vinculum.guest.device.DmaDevice;
import org.vinculum.guest.raw.BareMachine;
import org.vinculum.iommu.Access;

/// Maps, unmaps and DMA at random against a map of pages that knows what each address must lead to.
class RandomMappingTests {
    private static final long PAGE = 4096;
    private static final long BLOCK = 0x20_0000L;
    private static final long DATA = BareMachine.RAM + BareMachine.SIZE / 2 + BLOCK;
    private static final long DATA_SIZE = 8 * BLOCK;
    private static final long IOVA = 0x1234_4000_0000L;
    private static final long IOVA_SIZE = 16 * BLOCK;
    private static final int STREAM = 0x105;
    private static final long NOTHING = -1;

    private record Mapping(long size, long physical, boolean writable) {}

    private final TreeMap<Long, Mapping> mappings = new TreeMap<>();

    @ParameterizedTest
    @CsvSource({
        "smmuv3-3.0,1,1500",
        "smmuv3-3.2,2,1500",
        "smmuv3-3.3,3,800",
        "mmu-700-r1p1,4,800",
        "thunderx2,5,800",
        "qemu-9.2,6,800"
    })
    void devicesReachWhatIsMappedAndNothingElse(String profile, long seed, int steps) {
        BareMachine machine = BareMachine.of(profile);
        GuestDriver driver = machine.start(BareMachine.options(BareMachine.profile(profile)));
        AddressSpace space = driver.addressSpace();
        driver.device(DeviceDescription.of(STREAM)).attach(space);
        DmaDevice device = machine.device(STREAM, false);
        SplittableRandom random = new SplittableRandom(seed);

        for (int i = 0; i < steps; i++) {
            switch (random.nextInt(4)) {
                case 0 -> map(space, random);
                case 1 -> unmap(space, random);
                default -> {
                    for (int j = 0; j < 8; j++) {
                        probe(machine, device, random, "seed " + seed + ", step " + i);
                    }
                }
            }
        }
        driver.serveInterrupts();
        assertThat(driver.counts().timeouts()).isZero();
        assertThat(driver.counts().commandErrors()).isZero();
        assertThat(machine.events).isNotEmpty();
    }

    private void map(AddressSpace space, SplittableRandom random) {
        boolean large = random.nextInt(3) == 0;
        long unit = large ? BLOCK : PAGE;
        long size = unit * random.nextInt(1, large ? 3 : 40);
        long iova = IOVA + random.nextLong((IOVA_SIZE - size) / unit) * unit;
        long physical = DATA + random.nextLong((DATA_SIZE - size) / unit) * unit;
        Map.Entry<Long, Mapping> before = mappings.floorEntry(iova + size - 1);
        if (before != null && before.getKey() + before.getValue().size() > iova) {
            return;
        }
        boolean writable = random.nextBoolean();
        space.map(iova, physical, size, writable ? Access.READ | Access.WRITE : Access.READ);
        mappings.put(iova, new Mapping(size, physical, writable));
    }

    private void unmap(AddressSpace space, SplittableRandom random) {
        Map.Entry<Long, Mapping> found =
                mappings.ceilingEntry(IOVA + random.nextLong(IOVA_SIZE / PAGE) * PAGE);
        if (found != null) {
            mappings.remove(found.getKey());
            space.unmap(found.getKey(), found.getValue().size());
        }
    }

    private void probe(
            BareMachine machine, DmaDevice device, SplittableRandom random, String where) {
        long iova = IOVA + random.nextLong(IOVA_SIZE / 8) * 8;
        Map.Entry<Long, Mapping> chosen = mappings.ceilingEntry(iova);
        if (chosen != null && random.nextInt(4) != 0) {
            iova = chosen.getKey() + random.nextLong(chosen.getValue().size() / 8) * 8;
        }
        Map.Entry<Long, Mapping> hit = mappings.floorEntry(iova);
        boolean mapped = hit != null && iova - hit.getKey() < hit.getValue().size();
        long physical = mapped ? hit.getValue().physical() + iova - hit.getKey() : 0;
        long value = random.nextLong() >>> 1;
        if (mapped) {
            machine.ram(physical).setLong(physical - BareMachine.RAM, value);
        }
        assertThat(device.readLong(iova, NOTHING))
                .as("%s, read at 0x%x", where, iova)
                .isEqualTo(mapped ? value : NOTHING);
        assertThat(device.reaches(iova, true))
                .as("%s, write at 0x%x", where, iova)
                .isEqualTo(mapped && hit.getValue().writable());
    }
}
