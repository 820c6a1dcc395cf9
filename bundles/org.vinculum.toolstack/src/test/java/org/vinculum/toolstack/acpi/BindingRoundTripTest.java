package org.vinculum.toolstack.acpi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vinculum.acpi.iort.IortFirmwareReader;
import org.vinculum.binding.Binding;
import org.vinculum.binding.BoundStream;
import org.vinculum.binding.GuestBinder;
import org.vinculum.devicetree.DeviceTreeFirmwareReader;
import org.vinculum.firmware.Bus;
import org.vinculum.firmware.FirmwareReader;
import org.vinculum.firmware.InputFile;
import org.vinculum.firmware.Master;
import org.vinculum.firmware.MessageTarget;
import org.vinculum.firmware.PhysicalStream;
import org.vinculum.firmware.Platform;
import org.vinculum.firmware.ReservedRegion;
import org.vinculum.toolstack.Workbench;

/// The table of a guest, read by our own reader, gives the binding it was written from.
class BindingRoundTripTest {
    private static final int BLOCK = 0x1000;

    // several tests look at each
    private static final Map<Long, GuestBinder.Result> RESULTS = new HashMap<>();

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void theTableSaysWhatTheBindingSays(long seed) throws IOException {
        GuestBinder.Result result = bind(seed);
        Platform platform = platform(result, "iort.dat", new IortFirmwareReader());

        Set<String> read = new TreeSet<>();
        for (Master master : platform.masters()) {
            master.streams()
                    .forEach(use -> read.add(master.path() + " " + at(platform, use.stream())));
        }
        JsonNode record = new ObjectMapper().readTree(Workbench.content(result, "binding.json"));
        for (int rid : requesters(record)) {
            PhysicalStream stream = platform.buses().getFirst().stream(rid).orElseThrow();
            read.add(rid + " " + at(platform, stream));
        }

        assertThat(read).isEqualTo(said(record));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void everyRequesterGoesWhereTheDeviceTreeSendsIt(long seed) {
        GuestBinder.Result result = bind(seed);
        Platform table = platform(result, "iort.dat", new IortFirmwareReader());
        Platform tree =
                platform(result, "guest.dtb", new DeviceTreeFirmwareReader(Workbench.CODEC));

        assertThat(table.buses()).hasSameSizeAs(tree.buses());
        if (!tree.buses().isEmpty()) {
            assertThat(everyRequester(table)).isEqualTo(everyRequester(tree));
        }
    }

    private static List<String> everyRequester(Platform platform) {
        List<String> targets = new ArrayList<>();
        for (int rid = 0; rid <= BLOCK; rid++) {
            targets.add(at(platform, rid));
        }
        return targets;
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void everyStreamHasADeviceIdOfItsOwn(long seed) {
        GuestBinder.Result result = bind(seed);
        Platform platform = platform(result, "iort.dat", new IortFirmwareReader());
        Set<String> pairs = new TreeSet<>();
        Set<Long> ids = new TreeSet<>();
        for (Master master : platform.masters()) {
            MessageTarget target = master.messages().getFirst();
            pairs.add(at(platform, master.streams().getFirst().stream()));
            ids.add(target.deviceId());
        }

        assertThat(ids).hasSameSizeAs(pairs);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void theWindowIsForAllStreamsOrForNone(long seed) {
        GuestBinder.Result result = bind(seed);
        Platform platform = platform(result, "iort.dat", new IortFirmwareReader());
        Set<String> read = new TreeSet<>();
        for (ReservedRegion region : platform.reserved()) {
            region.streams().forEach(stream -> read.add(at(platform, stream)));
        }
        Set<String> bound = new TreeSet<>();
        for (BoundStream stream : result.binding().streams()) {
            bound.add(at(result.binding(), stream));
        }

        assertThat(read).isIn(bound, Set.of());
    }

    private static GuestBinder.Result bind(long seed) {
        return RESULTS.computeIfAbsent(seed, s -> new RandomMachine(s).bench().bind());
    }

    private static Platform platform(GuestBinder.Result result, String name, FirmwareReader by) {
        return by.read(InputFile.of(name, Workbench.content(result, name))).platform();
    }

    private static String at(Platform platform, int rid) {
        Bus bus = platform.buses().getFirst();
        return bus.stream(rid).map(stream -> at(platform, stream)).orElse("nowhere");
    }

    private static String at(Platform platform, PhysicalStream stream) {
        return platform.iommu(stream.iommu()).orElseThrow().base().orElseThrow()
                + " "
                + stream.id();
    }

    private static String at(Binding binding, BoundStream stream) {
        return binding.viommus().get(stream.viommu()).registers().start() + " " + stream.vsid();
    }

    /// What `binding.json` says: objects and requester IDs, each with its virtual SMMU and vSID.
    private static Set<String> said(JsonNode record) {
        Set<String> said = new TreeSet<>();
        for (JsonNode stream : record.get("streams")) {
            String at =
                    record.get("viommus").get(stream.get("viommu").asInt()).get("base").asText()
                            + " "
                            + stream.get("vsid").asText();
            stream.path("guestObjects").forEach(object -> said.add(object.asText() + " " + at));
            for (int rid : requestersOf(stream)) {
                said.add(rid + " " + at);
            }
        }
        return said;
    }

    private static Set<Integer> requesters(JsonNode record) {
        Set<Integer> requesters = new TreeSet<>();
        record.get("streams").forEach(stream -> requesters.addAll(requestersOf(stream)));
        return requesters;
    }

    private static Set<Integer> requestersOf(JsonNode stream) {
        Set<Integer> requesters = new TreeSet<>();
        stream.path("vrids").forEach(rid -> requesters.add(Integer.decode(rid.asText())));
        if (requesters.isEmpty() && stream.has("vrid")) {
            requesters.add(Integer.decode(stream.get("vrid").asText()));
        }
        return requesters;
    }
}
