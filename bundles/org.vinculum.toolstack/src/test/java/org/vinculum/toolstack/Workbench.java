package org.vinculum.toolstack;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vinculum.binding.BindingRefusedException;
import org.vinculum.binding.GuestBinder;
import org.vinculum.binding.GuestFirmwareWriter;
import org.vinculum.binding.Refusal;
import org.vinculum.devicetree.DeviceTreeFirmwareReader;
import org.vinculum.devicetree.TreeCodec;
import org.vinculum.devicetree.model.DeviceTree;
import org.vinculum.devicetree.model.DeviceTreeCodec;
import org.vinculum.devicetree.model.Node;
import org.vinculum.firmware.Finding;
import org.vinculum.firmware.FirmwareReader;
import org.vinculum.firmware.InputFile;
import org.vinculum.toolstack.bind.GuestBinding;
import org.vinculum.toolstack.bind.Services;

/// Runs `bind` on texts, for tests.
public final class Workbench {
    public static final DeviceTreeCodec CODEC = new TreeCodec();

    private FirmwareReader reader = new DeviceTreeFirmwareReader(CODEC);
    private InputFile host = file("host.dts", "");
    private InputFile config = file("guest.cfg", "");
    private List<GuestFirmwareWriter> writers = List.of();
    private Optional<InputFile> partial = Optional.empty();
    private Optional<InputFile> previous = Optional.empty();

    /// The head of a host tree with a GIC, two SMMUs `&a` at 0x4f000000 and `&b` at 0x4f800000, and then `nodes`.
    public static Workbench withHost(String nodes) {
        return withHostSource(
                """
                /dts-v1/;
                / {
                    #address-cells = <2>;
                    #size-cells = <2>;
                    interrupt-parent = <&gic>;
                    gic: interrupt-controller@40000000 {
                        compatible = "arm,gic-v3";
                        reg = <0 0x40000000 0 0x10000>;
                        #interrupt-cells = <3>;
                        interrupt-controller;
                    };
                    a: iommu@4f000000 {
                        compatible = "arm,smmu-v3";
                        reg = <0 0x4f000000 0 0x20000>;
                        #iommu-cells = <1>;
                        dma-coherent;
                    };
                    b: iommu@4f800000 {
                        compatible = "arm,smmu-v3";
                        reg = <0 0x4f800000 0 0x20000>;
                        #iommu-cells = <1>;
                    };
                """
                        + nodes
                        + "};");
    }

    public static Workbench withHostSource(String source) {
        Workbench bench = new Workbench();
        bench.host = file("host.dts", source);
        return bench;
    }

    public static Workbench withHostBytes(String name, byte[] content) {
        Workbench bench = new Workbench();
        bench.host = InputFile.of(name, content);
        return bench;
    }

    public Workbench config(String... lines) {
        return configFile(
                file(
                        "guest.cfg",
                        "name = \"guest1\"\nmemory = 512\n" + String.join("\n", lines) + "\n"));
    }

    public Workbench configFile(InputFile whole) {
        config = whole;
        return this;
    }

    /// A partial tree with these nodes below `/passthrough`.
    public Workbench partial(String nodes) {
        return partialSource(
                """
                /dts-v1/;
                / {
                    #address-cells = <2>;
                    #size-cells = <2>;
                    passthrough {
                        compatible = "simple-bus";
                        #address-cells = <2>;
                        #size-cells = <2>;
                        ranges;
                """
                        + nodes
                        + "};};");
    }

    public Workbench partialSource(String source) {
        partial = Optional.of(file("partial.dts", source));
        return this;
    }

    public Workbench previous(byte[] json) {
        previous = Optional.of(InputFile.of("binding.json", json));
        return this;
    }

    public GuestBinder.Request request() {
        return new GuestBinder.Request(host, config, partial, previous);
    }

    /// Lets another reader say what the host is.
    public Workbench reader(FirmwareReader other) {
        reader = other;
        return this;
    }

    /// Lets somebody write the tables of guests with ACPI.
    public Workbench writer(GuestFirmwareWriter writer) {
        writers = List.of(writer);
        return this;
    }

    public GuestBinder.Result bind() {
        return GuestBinding.of(request(), services(reader, writers));
    }

    public static GuestBinder.Result bind(GuestBinder.Request request) {
        return GuestBinding.of(request, services(new DeviceTreeFirmwareReader(CODEC), List.of()));
    }

    private static Services services(FirmwareReader reader, List<GuestFirmwareWriter> writers) {
        return new Services(List.of(reader), writers, CODEC, new LowestFreeMapper());
    }

    /// What `bind` refuses; fails when it does not.
    public List<Refusal> refusals() {
        try {
            bind();
        } catch (BindingRefusedException e) {
            return e.refusals();
        }
        throw new AssertionError("nothing was refused");
    }

    /// The one reason for a refusal.
    public Refusal refusal() {
        List<Refusal> all = refusals();
        if (all.size() != 1) {
            throw new AssertionError("expected one reason: " + all);
        }
        return all.getFirst();
    }

    public static byte[] content(GuestBinder.Result result, String name) {
        return result.files().stream()
                .filter(f -> f.name().equals(name))
                .findFirst()
                .orElseThrow()
                .content();
    }

    public static String text(GuestBinder.Result result, String name) {
        return new String(content(result, name), StandardCharsets.UTF_8);
    }

    /// A node of `guest.dtb`, read back.
    public static Node guestNode(GuestBinder.Result result, String path) {
        return tree(result, "guest.dtb").node(path).orElseThrow();
    }

    public static DeviceTree tree(GuestBinder.Result result, String name) {
        return CODEC.read(InputFile.of(name, content(result, name)));
    }

    /// Cells of a property of `guest.dtb` as hexadecimal.
    public static List<String> cells(GuestBinder.Result result, String path, String property) {
        List<String> cells = new ArrayList<>();
        for (int cell : guestNode(result, path).property(property).orElseThrow().cells()) {
            cells.add("0x" + Integer.toHexString(cell));
        }
        return cells;
    }

    /// "psid@iommu=vsid" of each stream, in the binding's order.
    public static List<String> streams(GuestBinder.Result result) {
        return result.binding().streams().stream()
                .map(s -> s.physical().id() + "@" + s.physical().iommu() + "=" + s.vsid())
                .toList();
    }

    public static List<String> codes(List<Finding> findings) {
        return findings.stream().map(Finding::code).toList();
    }

    public static InputFile file(String name, String text) {
        return InputFile.of(name, text.getBytes(StandardCharsets.UTF_8));
    }
}
