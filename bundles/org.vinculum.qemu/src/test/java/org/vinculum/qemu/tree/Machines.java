package org.vinculum.qemu.tree;

import java.nio.charset.StandardCharsets;
import org.vinculum.devicetree.TreeCodec;
import org.vinculum.devicetree.model.TreeFormat;
import org.vinculum.firmware.InputFile;

/// Trees as QEMU would write them, but smaller.
final class Machines {
    /// A GICv3 with its translation service, QEMU's own PCI host, and 512 MiB.
    static final String ORDINARY =
            """
            /dts-v1/;
            / {
                #address-cells = <2>;
                #size-cells = <2>;
                compatible = "linux,dummy-virt";
                model = "linux,dummy-virt";
                interrupt-parent = <0x8003>;
                memory@40000000 {
                    device_type = "memory";
                    reg = <0 0x40000000 0 0x20000000>;
                };
                pcie@10000000 {
                    compatible = "pci-host-ecam-generic";
                    device_type = "pci";
                    linux,pci-domain = <0>;
                    bus-range = <0 0xff>;
                    reg = <0x40 0x10000000 0 0x10000000>;
                    #address-cells = <3>;
                    #size-cells = <2>;
                    ranges = <0x2000000 0 0x10000000 0 0x10000000 0 0x2eff0000>;
                    msi-map = <0 0x8005 0 0x10000>;
                    dma-coherent;
                };
                intc@8000000 {
                    compatible = "arm,gic-v3";
                    reg = <0 0x8000000 0 0x10000 0 0x80a0000 0 0xf60000>;
                    interrupt-controller;
                    #interrupt-cells = <3>;
                    #address-cells = <2>;
                    #size-cells = <2>;
                    ranges;
                    phandle = <0x8003>;
                    its@8080000 {
                        compatible = "arm,gic-v3-its";
                        reg = <0 0x8080000 0 0x20000>;
                        msi-controller;
                        #msi-cells = <1>;
                        phandle = <0x8005>;
                    };
                };
            };
            """;

    private Machines() {}

    /// The blob of some source.
    static byte[] dump(String source) {
        var codec = new TreeCodec();
        byte[] bytes = source.getBytes(StandardCharsets.US_ASCII);
        return codec.write(
                codec.read(InputFile.of("machine.dts", bytes), TreeFormat.DTS), TreeFormat.DTB);
    }

    /// That of [#ORDINARY] with something replaced.
    static byte[] dumpWith(String what, String by) {
        return dump(ORDINARY.replace(what, by));
    }
}
