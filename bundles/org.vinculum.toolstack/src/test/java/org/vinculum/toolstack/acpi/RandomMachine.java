package org.vinculum.toolstack.acpi;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.vinculum.acpi.iort.IortFirmwareReader;
import org.vinculum.acpi.iort.IortGuestWriter;
import org.vinculum.acpi.model.IdMapping;
import org.vinculum.toolstack.Workbench;

/// A machine of one to four SMMUs and a guest that gets some of its devices, described by a device tree or by an IORT.
///
/// Streams are few, so that devices share them; whoever shares one is assigned too. Bridge `n` is segment `n`.
final class RandomMachine {
    private record Use(int smmu, int stream) {}

    private final SplittableRandom random;
    private final int smmus;
    private final List<List<Use>> devices = new ArrayList<>();
    private final List<Integer> bridges = new ArrayList<>();
    private final List<String> functions = new ArrayList<>();

    RandomMachine(long seed) {
        random = new SplittableRandom(seed);
        smmus = random.nextInt(1, 5);
        for (int i = random.nextInt(6); i > 0; i--) {
            List<Use> uses = new ArrayList<>();
            for (int j = random.nextInt(1, 6); j > 0; j--) {
                uses.add(new Use(random.nextInt(smmus), random.nextInt(1, 24)));
            }
            devices.add(uses);
        }
        for (int i = random.nextInt(3); i > 0; i--) {
            bridges.add(random.nextInt(smmus));
        }
        for (int i = 0; i < bridges.size(); i++) {
            for (int slot = 0; slot < 4; slot++) {
                if (random.nextBoolean()) {
                    functions.add("\"000" + i + ":01:0" + slot + ".0\"");
                }
            }
        }
    }

    /// Described in one of the two ways; in the tree slots 0 and 1, and 2 and 3, share a stream.
    Workbench bench() {
        return random.nextBoolean() ? byTree("0xfff7") : byTable();
    }

    Workbench byTree(String mask) {
        String[] config = config(true);
        return Workbench.withHostSource(tree(mask)).writer(new IortGuestWriter()).config(config);
    }

    Workbench byTable() {
        String[] config = config(false);
        return Workbench.withHostBytes("IORT", table())
                .reader(new IortFirmwareReader())
                .writer(new IortGuestWriter())
                .config(config);
    }

    private String[] config(boolean tree) {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < devices.size(); i++) {
            names.add(tree ? "\"/d" + i + "\"" : "\"\\\\_SB.D" + i + "\"");
        }
        List<String> fixed = new ArrayList<>();
        if (!devices.isEmpty() && random.nextBoolean()) {
            Use use = devices.getFirst().getFirst();
            String psid = "0x" + Integer.toHexString(use.stream());
            fixed.add("\"" + psid + "@0x" + Integer.toHexString(random.nextInt(1, 0x2100)));
            fixed.set(0, fixed.getFirst() + ",0x" + Long.toHexString(base(use.smmu())) + "\"");
        }
        return new String[] {
            "acpi = 1",
            "viommu_msi_rmr = " + random.nextInt(2),
            "viommu_topology = \"" + (random.nextBoolean() ? "single" : "per-physical") + "\"",
            "dtdev = [ " + String.join(", ", names) + " ]",
            "pci = [ " + String.join(", ", functions) + " ]",
            "iommu_devid_map = [ " + String.join(", ", fixed) + " ]"
        };
    }

    private static long base(int smmu) {
        return 0x4f00_0000L + smmu * 0x10_0000L;
    }

    private String tree(String mask) {
        StringBuilder text =
                new StringBuilder("/dts-v1/; / { #address-cells = <2>; #size-cells = <2>;\n");
        for (int i = 0; i < smmus; i++) {
            String address = Long.toHexString(base(i));
            text.append("s%d: iommu@%s { compatible = \"arm,smmu-v3\"; ".formatted(i, address));
            text.append("reg = <0 0x%s 0 0x20000>; #iommu-cells = <1>; };\n".formatted(address));
        }
        for (int i = 0; i < devices.size(); i++) {
            List<String> entries = new ArrayList<>();
            devices.get(i).forEach(u -> entries.add("<&s" + u.smmu() + " " + u.stream() + ">"));
            text.append("d%d { iommus = %s; };\n".formatted(i, String.join(", ", entries)));
        }
        for (int i = 0; i < bridges.size(); i++) {
            text.append(
                    ("pcie@%d { device_type = \"pci\"; linux,pci-domain = <%d>; iommu-map-mask ="
                                    + " <%s>; iommu-map = <0 &s%d 0x%d0000 0x10000>; };\n")
                            .formatted(i, i, mask, bridges.get(i), i + 1));
        }
        return text + "};\n";
    }

    private byte[] table() {
        HostTable table = new HostTable();
        List<Long> keys = new ArrayList<>();
        for (int i = 0; i < smmus; i++) {
            keys.add(table.smmu(base(i), random.nextBoolean()));
        }
        for (int i = 0; i < devices.size(); i++) {
            List<IdMapping> mappings = new ArrayList<>();
            devices.get(i)
                    .forEach(u -> mappings.add(HostTable.single(keys.get(u.smmu()), u.stream())));
            table.device("\\_SB.D" + i, random.nextBoolean(), mappings.toArray(IdMapping[]::new));
        }
        for (int i = 0; i < bridges.size(); i++) {
            table.rootComplex(
                    i, HostTable.range(0, 0x10000, keys.get(bridges.get(i)), 0x10000 * (i + 1L)));
        }
        return table.bytes();
    }
}
