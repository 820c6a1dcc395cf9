package org.vinculum.acpi.iort.guest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedSet;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.vinculum.binding.GuestFirmwareWriter.Device;
import org.vinculum.binding.GuestFirmwareWriter.Guest;
import org.vinculum.binding.GuestFirmwareWriter.HostBridge;
import org.vinculum.binding.GuestFirmwareWriter.Requesters;
import org.vinculum.binding.GuestFirmwareWriter.Smmu;
import org.vinculum.binding.GuestFirmwareWriter.Stream;
import org.vinculum.firmware.DmaFeatures;
import org.vinculum.memory.StreamId;

/// Makes guests of one to four virtual SMMUs, with devices whose names are of every length, and often a host bridge.
final class RandomGuest {
    private final SplittableRandom random;
    private final List<SortedSet<Long>> inUse = new ArrayList<>();
    private final List<Device> devices = new ArrayList<>();
    private final List<Requesters> requesters = new ArrayList<>();

    RandomGuest(long seed) {
        random = new SplittableRandom(seed);
    }

    Guest guest(boolean window) {
        int smmus = random.nextInt(1, 5);
        for (int i = 0; i < smmus; i++) {
            inUse.add(new TreeSet<>());
        }
        int count = random.nextInt(6);
        for (int i = 0; i < count; i++) {
            devices.add(device(i));
        }
        boolean bridge = random.nextBoolean();
        for (int i = 0; bridge && i < random.nextInt(1, 5); i++) {
            requesters.add(requesters(i));
        }
        return new Guest(
                smmus(),
                bridge
                        ? Optional.of(new HostBridge(random.nextBoolean(), features(), requesters))
                        : Optional.empty(),
                devices,
                window ? Optional.of(Guests.WINDOW) : Optional.empty());
    }

    private Device device(int index) {
        StringBuilder name = new StringBuilder("\\_SB_.D00" + index);
        for (int i = random.nextInt(4); i > 0; i--) {
            name.append(".BUS").append(i);
        }
        List<Stream> streams = new ArrayList<>();
        for (int i = random.nextInt(1, 8); i > 0; i--) {
            int smmu = random.nextInt(inUse.size());
            streams.add(new Stream(smmu, StreamId.of(use(smmu, random.nextInt(1, 0x1000)))));
        }
        return new Device(name.toString(), random.nextBoolean(), features(), List.copyOf(streams));
    }

    private Requesters requesters(int index) {
        int smmu = random.nextInt(inUse.size());
        int count = random.nextInt(1, 0x100);
        long first = 0x1000 + index * 0x100L;
        use(smmu, first + random.nextInt(count));
        return new Requesters(index * 0x100, count, smmu, StreamId.of(first));
    }

    private long use(int smmu, long vsid) {
        inUse.get(smmu).add(vsid);
        return vsid;
    }

    private DmaFeatures features() {
        return new DmaFeatures(
                random.nextBoolean() ? OptionalInt.of(random.nextInt(32, 64)) : OptionalInt.empty(),
                false,
                false,
                false,
                random.nextInt(20));
    }

    private List<Smmu> smmus() {
        List<Smmu> smmus = new ArrayList<>();
        for (int i = 0; i < inUse.size(); i++) {
            long[] streams = inUse.get(i).stream().mapToLong(Long::longValue).toArray();
            smmus.add(Guests.smmu(i, random.nextBoolean(), streams));
        }
        return smmus;
    }
}
