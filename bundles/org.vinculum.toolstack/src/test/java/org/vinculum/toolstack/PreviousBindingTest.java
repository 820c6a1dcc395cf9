package org.vinculum.toolstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.vinculum.binding.Binding;
import org.vinculum.binding.BoundStream;
import org.vinculum.binding.GuestBinder;
import org.vinculum.binding.Origin;
import org.vinculum.firmware.UnreadableInputException;

/// Appending never renumbers, and with the previous binding removing does not either.
class PreviousBindingTest {
    private static final String HOST = host();

    static LongStream seeds() {
        return LongStream.range(0, 60);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void appendingToAnyConfigurationKeepsEveryId(long seed) {
        Draw draw = new Draw(seed);
        Binding before = draw.bench().bind().binding();
        draw.append();

        assertKept(before, draw.bench().bind().binding());
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void removingFromAnyConfigurationKeepsEveryIdAndSlotWithPrevious(long seed) {
        Draw draw = new Draw(seed);
        GuestBinder.Result before = draw.bench().bind();
        draw.remove();
        draw.append();

        GuestBinder.Result after =
                draw.bench().previous(Workbench.content(before, "binding.json")).bind();

        assertKept(before.binding(), after.binding());
        for (BoundStream stream : after.binding().streams()) {
            before.binding()
                    .ofPhysical(stream.physical())
                    .filter(old -> old.devices().getFirst().equals(stream.devices().getFirst()))
                    .ifPresent(old -> assertThat(stream.vrid()).isEqualTo(old.vrid()));
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void aBindingReadBackIsTheSame(long seed) {
        Draw draw = new Draw(seed);
        GuestBinder.Result first = draw.bench().bind();
        GuestBinder.Result again =
                draw.bench().previous(Workbench.content(first, "binding.json")).bind();

        assertThat(Workbench.content(again, "guest.dtb"))
                .isEqualTo(Workbench.content(first, "guest.dtb"));
        assertThat(again.binding().streams())
                .allMatch(s -> s.origin() == Origin.PREVIOUS || s.origin() == Origin.USER);
    }

    @Test
    void theUserBeatsThePreviousBindingAndTheLoserIsSaid() {
        GuestBinder.Result before = config("/dma@1000000", "/dma@2000000").bind();

        GuestBinder.Result after =
                config("/dma@1000000", "/dma@2000000")
                        .config(
                                "dtdev = [ \"/dma@1000000\", \"/dma@2000000\" ]",
                                "iommu_devid_map = [ \"0x2@0x1,0x4f000000\" ]")
                        .previous(Workbench.content(before, "binding.json"))
                        .bind();

        assertThat(Workbench.streams(after))
                .startsWith(
                        "0x2@/iommu@4f000000=0x1",
                        "0x65@/iommu@4f800000=0x2",
                        "0x1@/iommu@4f000000=0x3");
        assertThat(Workbench.codes(after.notes())).contains("previous-id-lost");
    }

    @Test
    void withOneSmmuPerPhysicalTheSecondStaysTheSecondWhenTheFirstIsNoLongerNeeded() {
        String topology = "viommu_topology = \"per-physical\"";
        GuestBinder.Result before =
                Workbench.withHost(HOST)
                        .config(topology, "dtdev = [ \"/dma@6000000\", \"/dma@1000000\" ]")
                        .bind();
        GuestBinder.Result after =
                Workbench.withHost(HOST)
                        .config(topology, "dtdev = [ \"/dma@1000000\" ]")
                        .previous(Workbench.content(before, "binding.json"))
                        .bind();

        assertThat(Workbench.cells(after, "/passthrough/dma@1000000", "iommus"))
                .isEqualTo(Workbench.cells(before, "/passthrough/dma@1000000", "iommus"))
                .startsWith("0xfdeb");
    }

    @Test
    void anotherDomainsBindingIsWarnedOf() {
        byte[] json = Workbench.content(config("/dma@1000000").bind(), "binding.json");
        byte[] other =
                new String(json, StandardCharsets.UTF_8)
                        .replace("guest1", "guest2")
                        .getBytes(StandardCharsets.UTF_8);

        assertThat(Workbench.codes(config("/dma@1000000").previous(other).bind().notes()))
                .contains("previous-domain");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "|:1:1: expected an object, found the end of the file",
                "[]|:1:1: expected an object, found an array",
                "{}|: expected a field \"format\", found none",
                "{\"format\": 2}|:1:12: expected format 1, found format 2",
                "{\"format\": \"1\"}|:1:12: expected a format number, found the string \"1\"",
                "{\"format\": 1} x|:1:15: expected JSON, found",
                "{\"format\": 1, \"streams\": {}}|:1:26: expected an array, found an object",
                "{\"format\": 1, \"streams\": [{}]}|:1:27: expected a stream with viommu, vsid,",
                "{\"format\": 1, \"streams\": [{\"vsid\": \"1\"}]}|:1:36: expected a stream ID in"
                        + " hexadecimal, found \"1\"",
                "{\"streams\": [{\"psid\": \"0x100000000\"}]}|:1:23: expected a stream ID in"
                        + " hexadecimal, found \"0x100000000\"",
                "{\"format\": 1, \"format\": 1}|:1:23: expected JSON, found Duplicate field",
                "{\"format\": 1|expected JSON, found Unexpected end-of-input",
            })
    void aBrokenPreviousBindingIsAnErrorWithLineAndColumn(String json, String message) {
        byte[] content = json == null ? new byte[0] : json.getBytes(StandardCharsets.UTF_8);

        assertThatThrownBy(() -> config("/dma@1000000").previous(content).bind())
                .isInstanceOf(UnreadableInputException.class)
                .hasMessageStartingWith("binding.json")
                .hasMessageContaining(message);
    }

    @Test
    void aBindingThatGivesOneIdTwiceIsAnError() {
        String stream =
                "{\"viommu\": 0, \"vsid\": \"0x1\", \"psid\": \"0x1\","
                        + " \"iommu\": {\"base\": \"0x1\", \"path\": \"/a\"}}";
        String json = "{\"format\": 1, \"streams\": [\n" + stream + ",\n" + stream + "]}";

        assertThatThrownBy(() ->
                        config("/dma@1000000")
                                .previous(json.getBytes(StandardCharsets.UTF_8))
                                .bind())
                .hasMessage(
                        "binding.json:3:1: expected each vSID once, found one that is there"
                                + " already");
    }

    @Test
    void deepNestingInAPreviousBindingIsAnError() {
        String json = "{\"x\": " + "[".repeat(100_000);

        assertThatThrownBy(() ->
                        config("/dma@1000000")
                                .previous(json.getBytes(StandardCharsets.UTF_8))
                                .bind())
                .isInstanceOf(UnreadableInputException.class);
    }

    private static void assertKept(Binding before, Binding after) {
        for (BoundStream stream : after.streams()) {
            before.ofPhysical(stream.physical())
                    .ifPresent(old ->
                            assertThat(stream.vsid())
                                    .as(stream.physical().toString())
                                    .isEqualTo(old.vsid()));
        }
    }

    private static Workbench config(String... devices) {
        return Workbench.withHost(HOST)
                .config("dtdev = [ \"" + String.join("\", \"", devices) + "\" ]");
    }

    // 40 devices with one to three streams behind two SMMUs, and a host bridge.
    // Functions share streams in pairs.
    private static String host() {
        StringBuilder host = new StringBuilder();
        for (int i = 1; i <= 40; i++) {
            host.append("dma@").append(Integer.toHexString(i)).append("000000 { reg = <0 0x");
            host.append(Integer.toHexString(i)).append("000000 0 0x1000>; iommus = <&");
            host.append(i % 3 == 0 ? 'b' : 'a').append(' ').append(i).append('>');
            for (int j = 1; j <= i % 3; j++) {
                host.append(", <&b ").append(i * 100 + j).append('>');
            }
            host.append("; };\n");
        }
        return host.append(
                        """
                        pcie@50000000 {
                            device_type = "pci"; reg = <0 0x50000000 0 0x1000000>;
                            iommu-map-mask = <0xfffe>;
                            iommu-map = <0 &a 0x8000 0x8000>;
                        };
                        """)
                .toString();
    }

    private static final class Draw {
        private final SplittableRandom random;
        private final List<String> devices = new ArrayList<>();
        private final List<String> functions = new ArrayList<>();
        private String fixed = "";
        private int nextDevice;
        private int nextFunction;

        Draw(long seed) {
            random = new SplittableRandom(seed);
            nextDevice = random.nextInt(5) + 1;
            append();
            int first = Integer.parseInt(devices.getFirst(), 16);
            if (random.nextBoolean()) {
                fixed =
                        "iommu_devid_map = [ \"%d@%d,%s\" ]"
                                .formatted(
                                        first,
                                        random.nextInt(3) == 0 ? 0x1804 : random.nextInt(20),
                                        first % 3 == 0 ? "0x4f800000" : "0x4f000000");
            }
        }

        void append() {
            for (int i = random.nextInt(8) + 1; i > 0 && nextDevice <= 40; i--) {
                devices.add(Integer.toHexString(nextDevice));
                nextDevice += random.nextInt(2) + 1;
            }
            for (int i = random.nextInt(6); i > 0; i--) {
                functions.add("0%d:00.%d".formatted(1 + nextFunction / 8, nextFunction % 8));
                nextFunction += random.nextInt(3) + 1;
            }
        }

        // The first device stays: an ID is fixed for it.
        void remove() {
            devices.subList(1, devices.size()).removeIf(_ -> random.nextInt(3) == 0);
            functions.removeIf(_ -> random.nextInt(3) == 0);
        }

        Workbench bench() {
            List<String> paths = devices.stream().map(d -> "/dma@" + d + "000000").toList();
            return Workbench.withHost(HOST)
                    .config(
                            "dtdev = [ \"" + String.join("\", \"", paths) + "\" ]",
                            "pci = [ " + quoted(functions) + " ]",
                            fixed);
        }

        private static String quoted(List<String> words) {
            return words.stream().map(w -> '"' + w + "\",").reduce("", String::concat);
        }
    }
}
