package org.vinculum.qemu.tree;

import org.vinculum.memory.AddressRange;
import org.vinculum.qemu.layout.Layout;

/// The nodes that are ours, as the source of an overlay.
///
/// Bindings: Linux' `arm,smmu-v3`, `host-generic-pci`, `pci-iommu` and `pci-msi`.
final class OurNodes {
    /// `phys.hi` of memory that is not prefetchable (IEEE 1275 PCI binding, 2.2.1.1), with addresses of 32 and of 64 bits.
    private static final int MEMORY_32 = 0x0200_0000;

    private static final int MEMORY_64 = 0x0300_0000;
    private static final long FOUR_GIB = 1L << 32;

    private OurNodes() {}

    static String source(Layout layout, QemuTree found, TreeOptions options) {
        return "/dts-v1/;\n/plugin/;\n\n&{/} {\n"
                + smmu(layout.smmu(), found, options)
                + "\n"
                + host(layout, found, options)
                + "};\n";
    }

    private static String smmu(AddressRange frame, QemuTree found, TreeOptions options) {
        StringBuilder node = new StringBuilder();
        node.append(
                """
                smmu: iommu@%x {
                    compatible = "arm,smmu-v3";
                    reg = <%s>;
                    interrupt-parent = <0x%x>;
                    %s
                    dma-coherent;
                    #iommu-cells = <1>;
                """
                        .formatted(
                                frame.start().value(),
                                cells(frame),
                                found.gic(),
                                interrupts(options.lines())));
        if (options.messages()) {
            node.append("    msi-parent = <0x%x 0>;\n".formatted(found.its()));
        }
        for (String quirk : options.quirks()) {
            node.append("    ").append(quirk).append(";\n");
        }
        return node.append("};\n").toString();
    }

    private static String interrupts(TreeOptions.Lines lines) {
        return switch (lines) {
            case SEPARATE ->
                    "interrupts = %s, %s; interrupt-names = \"eventq\", \"gerror\";"
                            .formatted(edge(Layout.EVENT_INTID), edge(Layout.GERROR_INTID));
            case COMBINED ->
                    "interrupts = %s; interrupt-names = \"combined\";"
                            .formatted(edge(Layout.EVENT_INTID));
        };
    }

    /// A shared peripheral interrupt, which is a rising edge (IHI 0070, 3.18).
    private static String edge(int intid) {
        return "<0 %d 1>".formatted(intid - Layout.FIRST_SPI);
    }

    /// Messages of every function come as those of device 0: QEMU's test socket, through which they go, writes to the
    /// translation service as that one alone. Linux knows such systems, and shares out the events of device 0.
    private static String host(Layout layout, QemuTree found, TreeOptions options) {
        AddressRange ecam = layout.ecam();
        AddressRange window = layout.window();
        return """
        pcie@%x {
            compatible = "pci-host-ecam-generic";
            device_type = "pci";
            linux,pci-domain = <1>;
            bus-range = <0 0>;
            reg = <%s>;
            #address-cells = <3>;
            #size-cells = <2>;
            ranges = <0x%x %s %s>;
            iommu-map = <0 &smmu 0x%x 0x100>;
            msi-map = <0 0x%x 0 0x10000>;
            msi-map-mask = <0>;
            dma-coherent;
            %s
        };
        """
                .formatted(
                        ecam.start().value(),
                        cells(ecam),
                        space(window),
                        cells(window.start().value()),
                        cells(window),
                        Layout.FIRST_STREAM,
                        found.its(),
                        options.translationRequests() ? "ats-supported;" : "");
    }

    private static int space(AddressRange window) {
        return window.start().value() + window.size() > FOUR_GIB ? MEMORY_64 : MEMORY_32;
    }

    private static String cells(AddressRange range) {
        return cells(range.start().value()) + " " + cells(range.size());
    }

    private static String cells(long value) {
        return "0x%x 0x%x".formatted(value >>> 32, value & 0xffff_ffffL);
    }
}
