package org.vinculum.machine;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.vinculum.binding.GuestBinder;
import org.vinculum.devicetree.DeviceTreeFirmwareReader;
import org.vinculum.devicetree.TreeCodec;
import org.vinculum.devicetree.model.DeviceTreeCodec;
import org.vinculum.firmware.FirmwareReader;
import org.vinculum.firmware.InputFile;
import org.vinculum.firmware.Platform;
import org.vinculum.machine.host.Host;
import org.vinculum.machine.host.HostTree;
import org.vinculum.toolstack.LowestFreeMapper;
import org.vinculum.toolstack.bind.GuestBinding;
import org.vinculum.toolstack.bind.Services;

/// A board with two SMMUs whose streams have equal IDs, and what reads and binds it.
public final class TwoSmmus {
    public static final String SOURCE =
            """
            /dts-v1/;
            / {
                #address-cells = <2>;
                #size-cells = <2>;
                gic: interrupt-controller@2f000000 {
                    compatible = "arm,gic-v3";
                    reg = <0 0x2f000000 0 0x10000>;
                    #interrupt-cells = <3>;
                    interrupt-controller;
                    #address-cells = <2>;
                    #size-cells = <2>;
                    ranges;
                    msi-controller@2f020000 {
                        compatible = "arm,gic-v3-its";
                        reg = <0 0x2f020000 0 0x20000>;
                    };
                };
                memory@80000000 {
                    device_type = "memory";
                    reg = <0 0x80000000 0 0x40000000>;
                };
                a: iommu@4f000000 {
                    compatible = "arm,smmu-v3";
                    reg = <0 0x4f000000 0 0x20000>;
                    interrupt-parent = <&gic>;
                    interrupts = <0 75 1>, <0 77 1>;
                    interrupt-names = "eventq", "gerror";
                    #iommu-cells = <1>;
                };
                b: iommu@4f800000 {
                    compatible = "arm,smmu-v3";
                    reg = <0 0x4f800000 0 0x20000>;
                    #iommu-cells = <1>;
                    hisilicon,broken-prefetch-cmd;
                };
                dma@10000000 { reg = <0 0x10000000 0 0x1000>; iommus = <&a 0x10>; };
                dma@20000000 { reg = <0 0x20000000 0 0x1000>; iommus = <&b 0x10>; };
                eth@30000000 { reg = <0 0x30000000 0 0x1000>; iommus = <&b 0x20>; };
                off@40000000 {
                    reg = <0 0x40000000 0 0x1000>;
                    iommus = <&b 0x30>;
                    status = "disabled";
                };
            };
            """;

    public static final String A = "/iommu@4f000000";
    public static final String B = "/iommu@4f800000";
    public static final DeviceTreeCodec CODEC = new TreeCodec();
    public static final FirmwareReader READER = new DeviceTreeFirmwareReader(CODEC);

    private TwoSmmus() {}

    public static InputFile file() {
        return file(SOURCE);
    }

    public static InputFile file(String source) {
        return InputFile.of("host.dts", source.getBytes(StandardCharsets.UTF_8));
    }

    public static Host host() {
        return host(SOURCE);
    }

    public static Host host(String source) {
        InputFile file = file(source);
        Platform platform = READER.read(file).platform();
        return new Host(file, platform, HostTree.of(CODEC.read(file)), List.of());
    }

    public static GuestBinder binder() {
        return new GuestBinder() {
            private final Services services =
                    new Services(List.of(READER), List.of(), CODEC, new LowestFreeMapper());

            @Override
            public Result bind(Request request) {
                return GuestBinding.of(request, services);
            }

            @Override
            public List<java.nio.file.Path> filesNamedBy(InputFile config) {
                return GuestBinding.filesNamedBy(config);
            }
        };
    }

    public static Optional<GuestBinder> installed() {
        return Optional.of(binder());
    }
}
