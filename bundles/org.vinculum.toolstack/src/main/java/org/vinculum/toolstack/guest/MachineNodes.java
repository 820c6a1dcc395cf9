package org.vinculum.toolstack.guest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vinculum.devicetree.model.Node;
import org.vinculum.devicetree.model.Property;
import org.vinculum.memory.AddressRange;

/// The nodes every guest of Xen on Arm has, in libxl's words: CPUs, firmware, memory, interrupts, timer, hypervisor.
final class MachineNodes {
    private static final int PSCI_CPU_OFF = 1;
    private static final int PSCI_CPU_ON = 2;
    private static final int PPI = 1;
    // all of up to eight CPUs, level low
    private static final int PPI_LEVEL_LOW = 0xf08;
    private static final int[] TIMER_PPIS = {13, 14, 11};
    private static final int EVENT_CHANNEL_PPI = 15;
    private static final int CPUS_IN_CLUSTER = 16;

    private MachineNodes() {}

    static Node chosen(Optional<String> commandLine) {
        Node node = new Node("chosen");
        commandLine.ifPresent(text -> node.set(Property.strings("bootargs", text)));
        return node;
    }

    static Node cpus(int count) {
        Node cpus = new Node("cpus");
        cpus.set(Property.cells("#address-cells", 1));
        cpus.set(Property.cells("#size-cells", 0));
        for (int i = 0; i < count; i++) {
            int affinity = i / CPUS_IN_CLUSTER << 8 | i % CPUS_IN_CLUSTER;
            Node cpu = cpus.add(new Node("cpu@" + Integer.toHexString(affinity)));
            cpu.set(Property.strings("device_type", "cpu"));
            cpu.set(Property.strings("compatible", "arm,armv8"));
            cpu.set(Property.strings("enable-method", "psci"));
            cpu.set(Property.cells("reg", affinity));
        }
        return cpus;
    }

    static Node psci() {
        Node node = new Node("psci");
        node.set(Property.strings("compatible", "arm,psci-1.0", "arm,psci-0.2", "arm,psci"));
        node.set(Property.strings("method", "hvc"));
        node.set(Property.cells("cpu_off", PSCI_CPU_OFF));
        return node.set(Property.cells("cpu_on", PSCI_CPU_ON));
    }

    /// One node for each bank that holds memory.
    static List<Node> memory(long mebibytes) {
        List<Node> banks = new ArrayList<>();
        for (AddressRange bank : GuestMap.ram(mebibytes)) {
            banks.add(bank(bank.start().value(), bank.size()));
        }
        return banks;
    }

    private static Node bank(long base, long size) {
        Node node = new Node("memory@" + Long.toHexString(base));
        node.set(Property.strings("device_type", "memory"));
        return node.set(Wide.of("reg").range(base, size).build());
    }

    static Node interruptController(boolean v2) {
        Node node = new Node("interrupt-controller@" + Long.toHexString(GuestMap.GICD_BASE));
        node.set(
                v2
                        ? Property.strings("compatible", "arm,cortex-a15-gic", "arm,cortex-a9-gic")
                        : Property.strings("compatible", "arm,gic-v3"));
        node.set(Property.cells("#interrupt-cells", 3));
        node.set(Property.cells("#address-cells", 0));
        node.set(Property.empty("interrupt-controller"));
        node.set(v2 ? gicV2Registers() : gicV3Registers());
        return node.set(Property.cells("phandle", GuestMap.PHANDLE_GIC));
    }

    private static Property gicV2Registers() {
        return Wide.of("reg")
                .range(GuestMap.GICD_BASE, GuestMap.GICV2_GICD_SIZE)
                .range(GuestMap.GICV2_GICC_BASE, GuestMap.GICV2_GICC_SIZE)
                .build();
    }

    private static Property gicV3Registers() {
        return Wide.of("reg")
                .range(GuestMap.GICD_BASE, GuestMap.GICV3_GICD_SIZE)
                .range(GuestMap.GICV3_GICR_BASE, GuestMap.GICV3_GICR_SIZE)
                .build();
    }

    static Node timer() {
        Node node = new Node("timer");
        node.set(Property.strings("compatible", "arm,armv8-timer"));
        Wide interrupts = Wide.of("interrupts");
        for (int ppi : TIMER_PPIS) {
            interrupts.cell(PPI).cell(ppi).cell(PPI_LEVEL_LOW);
        }
        return node.set(interrupts.build());
    }

    static Node hypervisor() {
        Node node = new Node("hypervisor");
        node.set(Property.strings("compatible", "xen,xen-" + GuestMap.XEN_VERSION, "xen,xen"));
        node.set(
                Wide.of("reg").range(GuestMap.GRANT_TABLE_BASE, GuestMap.GRANT_TABLE_SIZE).build());
        return node.set(Property.cells("interrupts", PPI, EVENT_CHANNEL_PPI, PPI_LEVEL_LOW));
    }
}
