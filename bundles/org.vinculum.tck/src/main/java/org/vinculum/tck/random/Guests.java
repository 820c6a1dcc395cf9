package org.vinculum.tck.random;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
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

/// Guests as firmware writers are asked to describe them.
public final class Guests {
    private static final DmaFeatures FEATURES =
            new DmaFeatures(OptionalInt.of(40), false, false, false, 0);

    private final SplittableRandom random;
    private final List<TreeSet<Long>> streams = new ArrayList<>();

    private Guests(SplittableRandom random) {
        this.random = random;
    }

    /// One with an SMMU and a device.
    public static Guest sample() {
        return new Guest(
                List.of(smmu(0, List.of(StreamId.of(1)))),
                Optional.empty(),
                List.of(device(0, List.of(new Stream(0, StreamId.of(1))))),
                Optional.empty());
    }

    public static Guest of(SplittableRandom random) {
        return new Guests(random).guest();
    }

    private Guest guest() {
        int smmus = random.nextInt(1, 3);
        for (int i = 0; i < smmus; i++) {
            streams.add(new TreeSet<>());
        }
        List<Device> devices = new ArrayList<>();
        for (int i = random.nextInt(5); i > 0; i--) {
            devices.add(device(devices.size(), uses()));
        }
        Optional<HostBridge> bridge =
                random.nextBoolean() ? Optional.empty() : Optional.of(bridge());
        List<Smmu> shown = new ArrayList<>();
        for (int i = 0; i < smmus; i++) {
            shown.add(smmu(i, streams.get(i).stream().map(StreamId::of).toList()));
        }
        return new Guest(shown, bridge, devices, Optional.empty());
    }

    private List<Stream> uses() {
        List<Stream> uses = new ArrayList<>();
        int smmu = random.nextInt(streams.size());
        for (int i = random.nextInt(1, 4); i > 0; i--) {
            uses.add(new Stream(smmu, fresh(smmu)));
        }
        return uses;
    }

    private StreamId fresh(int smmu) {
        long id = random.nextLong(1, 0x1000);
        while (!streams.get(smmu).add(id)) {
            id = random.nextLong(1, 0x1000);
        }
        return StreamId.of(id);
    }

    private HostBridge bridge() {
        List<Requesters> functions = new ArrayList<>();
        for (int i = random.nextInt(1, 4); i > 0; i--) {
            int first = functions.size() * 0x100 + random.nextInt(0x80);
            streams.getFirst().add(0x1000L + first);
            functions.add(new Requesters(first, 1, 0, StreamId.of(0x1000L + first)));
        }
        return new HostBridge(random.nextBoolean(), FEATURES, functions);
    }

    private static Smmu smmu(int index, List<StreamId> streams) {
        return new Smmu(
                Claims.viommu(index, 16), true, 33 + index, 34 + index, 0x1_0000L * index, streams);
    }

    private static Device device(int index, List<Stream> streams) {
        return new Device("\\_SB_.DEV" + index, true, FEATURES, streams);
    }
}
