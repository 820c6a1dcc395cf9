package org.vinculum.qemu.trace;

import static org.vinculum.qemu.trace.TracedGuest.DATA;
import static org.vinculum.qemu.trace.TracedGuest.STREAM;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.vinculum.guest.device.DmaDevice;
import org.vinculum.guest.driver.AddressSpace;
import org.vinculum.guest.driver.AttachedDevice;
import org.vinculum.guest.driver.DeviceDescription;
import org.vinculum.guest.driver.DriverOptions;
import org.vinculum.guest.driver.GuestDriver;
import org.vinculum.iommu.Access;

/// Three devices, their address spaces, and a driver that does this and that.
final class RandomDriver {
    private static final long PAGE = 4096;
    private static final long BLOCK = 0x20_0000L;
    private static final int SPACES = 3;

    private final List<AddressSpace> spaces = new ArrayList<>();
    private final List<AttachedDevice> attached = new ArrayList<>();
    private final List<DmaDevice> devices = new ArrayList<>();
    private final List<TreeMap<Long, Long>> mapped = new ArrayList<>();
    private final TracedGuest guest;
    private final boolean spoils;

    /// @param spoils whether a command now and then is an illegal one
    RandomDriver(TracedGuest guest, boolean spoils) {
        this.guest = guest;
        this.spoils = spoils;
    }

    void drive(DriverOptions options, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        GuestDriver driver = guest.start(options);
        for (int i = 0; i < SPACES; i++) {
            spaces.add(driver.addressSpace());
            mapped.add(new TreeMap<>());
            attached.add(driver.device(DeviceDescription.of(STREAM + i)));
            attached.getLast().attach(spaces.getLast());
            devices.add(guest.device(STREAM + i));
        }
        for (int step = 0; step < 250; step++) {
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
        guest.rest();
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
