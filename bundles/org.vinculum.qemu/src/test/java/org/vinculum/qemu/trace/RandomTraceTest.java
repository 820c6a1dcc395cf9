package org.vinculum.qemu.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vinculum.qemu.trace.TracedGuest.DATA;
import static org.vinculum.qemu.trace.TracedGuest.DOORBELL;
import static org.vinculum.qemu.trace.TracedGuest.FIRST_EVENT;
import static org.vinculum.qemu.trace.TracedGuest.STREAM;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vinculum.guest.device.DmaDevice;
import org.vinculum.guest.driver.AddressSpace;
import org.vinculum.guest.driver.AttachedDevice;
import org.vinculum.guest.driver.DeviceDescription;
import org.vinculum.guest.driver.DriverOptions;
import org.vinculum.guest.driver.GuestDriver;
import org.vinculum.iommu.Access;

/// Whatever a driver does with whatever SMMU, in whatever order: its trace replays.
class RandomTraceTest {
    private static final long PAGE = 4096;
    private static final long BLOCK = 0x20_0000L;
    private static final int SPACES = 3;

    private final List<AddressSpace> spaces = new ArrayList<>();
    private final List<AttachedDevice> attached = new ArrayList<>();
    private final List<DmaDevice> devices = new ArrayList<>();
    private final List<TreeMap<Long, Long>> mapped = new ArrayList<>();

    /// An invalidation that a driver gives up makes a difference to who has caches.
    private boolean spoils;

    @ParameterizedTest
    @CsvSource({
        "smmuv3-3.0,1,8,4,false",
        "smmuv3-3.2,2,7,7,false",
        "smmuv3-3.2,12,8,7,true",
        "smmuv3-3.3,3,8,8,false",
        "mmu-700-r1p1,4,7,3,true",
        "thunderx2,5,8,5,true",
        "hi161x,6,8,4,true",
        "qemu-9.2,7,8,4,true"
    })
    void replays(String model, long seed, int commandBits, int eventBits, boolean spoils) {
        TracedGuest guest =
                new TracedGuest(
                        model,
                        Map.of(),
                        description -> new PlainSmmu(Models.of(model), description));
        DriverOptions options =
                DriverOptions.ordinary()
                        .withMessages(DOORBELL, FIRST_EVENT)
                        .withCommandBits(commandBits)
                        .withEventBits(eventBits);
        String where = model + ", seed " + seed;

        this.spoils = spoils;
        drive(guest, model.equals("thunderx2") ? options.withPage0Only() : options, seed);

        assertThat(guest.progress).as(where).isEmpty();
        assertThat(guest.differences()).as(where).isZero();
        assertThat(Models.replay(guest.trace())).as(where).isEmpty();
        if (!spoils) {
            assertThat(Models.replayEverywhere(guest.trace())).as(where).isEmpty();
        }
    }

    private void drive(TracedGuest guest, DriverOptions options, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        GuestDriver driver = guest.start(options);
        for (int i = 0; i < SPACES; i++) {
            spaces.add(driver.addressSpace());
            mapped.add(new TreeMap<>());
            attached.add(driver.device(DeviceDescription.of(STREAM + i)));
            attached.getLast().attach(spaces.getLast());
            devices.add(guest.device(STREAM + i));
        }
        for (int step = 0; step < 400; step++) {
            int one = random.nextInt(SPACES);
            switch (random.nextInt(12)) {
                case 0, 1, 2 -> map(one, random);
                case 3, 4 -> unmap(one, random);
                case 5 -> driver.serveInterrupts();
                case 6 -> {
                    attached.get(one).detach();
                    attached.get(one).attach(spaces.get(one));
                }
                case 7 -> guest.spoil = spoils && random.nextInt(4) == 0;
                default -> dma(one, random);
            }
        }
        driver.serveInterrupts();
        guest.close();
    }

    private void map(int one, SplittableRandom random) {
        long size = random.nextInt(4) == 0 ? BLOCK : PAGE * random.nextInt(1, 20);
        long address = random.nextLong(64) * BLOCK;
        if (!mapped.get(one).containsKey(address)) {
            int access = random.nextBoolean() ? Access.READ : Access.READ | Access.WRITE;
            spaces.get(one).map(address, DATA + random.nextInt(2) * BLOCK, size, access);
            mapped.get(one).put(address, size);
        }
    }

    private void unmap(int one, SplittableRandom random) {
        Map.Entry<Long, Long> found = mapped.get(one).ceilingEntry(random.nextLong(64) * BLOCK);
        if (found != null) {
            spaces.get(one).unmap(found.getKey(), found.getValue());
            mapped.get(one).remove(found.getKey());
        }
    }

    private void dma(int one, SplittableRandom random) {
        Map.Entry<Long, Long> near = mapped.get(one).floorEntry(random.nextLong(64) * BLOCK);
        long address = (near == null ? 0 : near.getKey()) + random.nextLong(10) * PAGE;
        devices.get(one).readLong(address + random.nextLong(PAGE / 8) * 8, -1);
        devices.get(one).reaches(address, random.nextBoolean());
    }
}
