package org.vinculum.toolstack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vinculum.acpi.iort.IortGuestWriter;
import org.vinculum.binding.Assignment;
import org.vinculum.binding.BindingRefusedException;
import org.vinculum.binding.Refusal;
import org.vinculum.binding.VirtualIommuNode;
import org.vinculum.firmware.Firmware;
import org.vinculum.firmware.FirmwareReader;
import org.vinculum.firmware.InputFile;
import org.vinculum.firmware.Iommu;
import org.vinculum.firmware.Master;
import org.vinculum.firmware.PhysicalStream;
import org.vinculum.firmware.Platform;
import org.vinculum.memory.AddressRange;
import org.vinculum.toolstack.mapping.LowestFree;

/// `docs/refusals.md` lists every code, and every example on it is refused in the words it shows.
class RefusalsPageTest {
    private static final Path ROOT = Path.of(System.getProperty("vinculum.root"));

    // Reasons that no device tree of a page's length leads to.
    private static final Map<String, Supplier<List<Refusal>>> OTHERWISE =
            Map.ofEntries(
                    entry("guest-node-missing", () -> platformWith("iort", "\\_SB.ETH0")),
                    entry("iommu-unknown", () -> platformWith("devicetree", "/soc/dma")),
                    entry("viommu-too-many", () -> smmus(800, "acpi = 0")),
                    entry("acpi-viommus-too-many", () -> smmus(65, "acpi = 1")),
                    entry("acpi-streams-too-many", RefusalsPageTest::manyStreams),
                    entry("guest-object-collision", () -> components("\\_SB.ETH0", "\\_SB_.ETH0")),
                    entry("guest-object-invalid", () -> components("\\_SB.eth0")),
                    entry("guest-objects-exhausted", RefusalsPageTest::manyDevices),
                    entry("vsid-exhausted", RefusalsPageTest::noIdLeft));

    private static Map.Entry<String, Supplier<List<Refusal>>> entry(
            String code, Supplier<List<Refusal>> reasons) {
        return Map.entry(code, reasons);
    }

    private static final Pattern CODE =
            Pattern.compile("(?:refuse\\w*|new Refusal)\\(\\s*\"([a-z0-9-]+)\"");

    /// One section of the page.
    record Section(String code, Map<String, String> blocks, String message) {
        @Override
        public String toString() {
            return code;
        }
    }

    private static final Pattern NOTE = Pattern.compile("(?:warn|note)\\(\\s*\"([a-z0-9-]+)\"");

    @Test
    void everyCodeOfTheSourceIsOnThePageAndNoOther() throws IOException {
        assertThat(sections().stream().map(Section::code))
                .containsExactlyInAnyOrderElementsOf(codes(CODE));
    }

    @Test
    void everyWarningAndNoteOfTheSourceIsInTheTable() throws IOException {
        String table = page().substring(page().indexOf("## Warnings and notes"));

        assertThat(codes(NOTE)).hasSizeGreaterThan(10).allMatch(c -> table.contains("`" + c + "`"));
    }

    private static Set<String> codes(Pattern pattern) throws IOException {
        Set<String> codes = new TreeSet<>();
        addCodes("bundles/org.vinculum.toolstack/src/main/java", pattern, codes);
        addCodes(
                "bundles/org.vinculum.acpi.iort/src/main/java/org/vinculum/acpi/iort/guest",
                pattern,
                codes);
        return codes;
    }

    private static void addCodes(String sources, Pattern pattern, Set<String> codes)
            throws IOException {
        try (Stream<Path> files = Files.walk(ROOT.resolve(sources))) {
            for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                Matcher matcher = pattern.matcher(Files.readString(file));
                while (matcher.find()) {
                    codes.add(matcher.group(1));
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("sections")
    void theExampleIsRefusedInTheWordsOfThePage(Section section) throws IOException {
        List<Refusal> refusals =
                OTHERWISE.containsKey(section.code())
                        ? OTHERWISE.get(section.code()).get()
                        : example(section).refusals();

        assertThat(refusals).extracting(Refusal::code).containsOnly(section.code());
        Refusal first = refusals.getFirst();
        assertThat(first.place() + ": " + first.message()).isEqualTo(section.message());
    }

    private static Workbench example(Section section) throws IOException {
        Workbench bench =
                Workbench.withHost(host()).config(section.blocks().getOrDefault("guest.cfg", ""));
        if (!section.code().equals("acpi-unavailable")) {
            bench.writer(new IortGuestWriter());
        }
        Optional.ofNullable(section.blocks().get("partial.dts")).ifPresent(bench::partial);
        Optional.ofNullable(section.blocks().get("partial.dts whole"))
                .ifPresent(bench::partialSource);
        return bench;
    }

    private static String page() throws IOException {
        return Files.readString(ROOT.resolve("docs/refusals.md"));
    }

    private static String host() throws IOException {
        String page = page();
        int start = page.indexOf("```dts\n") + 7;
        return page.substring(start, page.indexOf("```", start));
    }

    static List<Section> sections() throws IOException {
        List<Section> sections = new ArrayList<>();
        String[] parts = page().split("\n### `");
        for (int i = 1; i < parts.length; i++) {
            sections.add(section(parts[i]));
        }
        return sections;
    }

    private static Section section(String text) {
        Map<String, String> blocks = new HashMap<>();
        String[] fenced = text.split("```");
        for (int i = 1; i < fenced.length; i += 2) {
            int line = fenced[i].indexOf('\n');
            blocks.put(fenced[i].substring(0, line), fenced[i].substring(line + 1));
        }
        int quote = text.indexOf("\n> ") + 3;
        int end = text.indexOf('\n', quote);
        return new Section(
                text.substring(0, text.indexOf('`')),
                blocks,
                text.substring(quote, end < 0 ? text.length() : end));
    }

    private static List<Refusal> platformWith(String format, String device) {
        Master master =
                new Master(
                        device,
                        true,
                        true,
                        List.of(new Master.StreamUse(PhysicalStream.of("/nowhere", 1), 0)),
                        List.of());
        Platform platform = new Platform(format, List.of(), List.of(master), List.of());
        Workbench bench =
                Workbench.withHost("")
                        .config("dtdev = [ \"" + device.replace("\\", "\\\\") + "\" ]")
                        .reader(new FixedReader(platform));
        return format.equals("devicetree")
                ? bench.partial("dma { xen,path = \"" + device + "\"; };").refusals()
                : bench.refusals().subList(0, 1);
    }

    private record FixedReader(Platform platform) implements FirmwareReader {
        @Override
        public String format() {
            return platform.format();
        }

        @Override
        public boolean recognises(InputFile file) {
            return true;
        }

        @Override
        public Firmware read(InputFile file) {
            return new Firmware(platform, List.of());
        }
    }

    private static List<Refusal> manyStreams() {
        StringBuilder entries = new StringBuilder("<&a 0>");
        for (int i = 1; i <= 3000; i++) {
            entries.append(", <&a ").append(i).append('>');
        }
        return Workbench.withHost("wide { iommus = " + entries + "; };")
                .writer(new IortGuestWriter())
                .config("acpi = 1", "dtdev = [ \"/wide\" ]")
                .refusals();
    }

    private static List<Refusal> manyDevices() {
        StringBuilder host = new StringBuilder();
        List<String> devices = new ArrayList<>();
        for (int i = 0; i <= 4096; i++) {
            host.append("d").append(i).append(" { iommus = <&a ").append(i).append(">; };\n");
            devices.add("\"/d" + i + "\"");
        }
        return Workbench.withHost(host.toString())
                .writer(new IortGuestWriter())
                .config("acpi = 1", "dtdev = [ " + String.join(", ", devices) + " ]")
                .refusals();
    }

    private static List<Refusal> components(String... names) {
        var smmu =
                new Iommu.SmmuV3(
                        "IORT:0x30",
                        Optional.of(AddressRange.of(0x4f00_0000, 0x2_0000)),
                        OptionalInt.empty(),
                        true,
                        true,
                        List.of(),
                        Set.of());
        List<Master> masters = new ArrayList<>();
        List<String> entries = new ArrayList<>();
        for (String name : names) {
            masters.add(behind(name, masters.size()));
            entries.add("\"" + name.replace("\\", "\\\\") + "\"");
        }
        Platform platform = new Platform("iort", List.of(smmu), masters, List.of());
        return Workbench.withHost("")
                .reader(new FixedReader(platform))
                .writer(new IortGuestWriter())
                .config("acpi = 1", "dtdev = [ " + String.join(", ", entries) + " ]")
                .refusals();
    }

    private static Master behind(String path, int stream) {
        var use = new Master.StreamUse(PhysicalStream.of("IORT:0x30", stream), 0);
        return new Master(path, true, true, List.of(use), List.of());
    }

    private static List<Refusal> smmus(int count, String acpi) {
        StringBuilder host = new StringBuilder();
        List<String> devices = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String address = Integer.toHexString(0x6000_0000 + i * 0x20000);
            host.append("s").append(i).append(": iommu@").append(address);
            host.append(" { compatible = \"arm,smmu-v3\"; #iommu-cells = <1>; reg = <0 0x");
            host.append(address).append(" 0 0x20000>; }; d").append(i);
            host.append(" { iommus = <&s").append(i).append(" 1>; };\n");
            devices.add("\"/d" + i + "\"");
        }
        return Workbench.withHost(host.toString())
                .writer(new IortGuestWriter())
                .config(
                        acpi,
                        "viommu_topology = \"per-physical\"",
                        "dtdev = [ " + String.join(", ", devices) + " ]")
                .refusals();
    }

    private static List<Refusal> noIdLeft() {
        List<Assignment.Claim> claims = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            claims.add(
                    new Assignment.Claim(
                            0,
                            PhysicalStream.of("/iommu@4f000000", i),
                            "/dma",
                            "/passthrough/dma",
                            OptionalInt.empty()));
        }
        var viommu = new VirtualIommuNode(AddressRange.of(0x4040000, 0x20000), 65002, 33, 1);
        try {
            LowestFree.map(new Assignment("g", List.of(viommu), claims, List.of()));
        } catch (BindingRefusedException e) {
            return e.refusals();
        }
        throw new AssertionError("not refused");
    }
}
