package org.vinculum.bench;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.vinculum.binding.GuestBinder;
import org.vinculum.devicetree.TreeCodec;
import org.vinculum.devicetree.model.DeviceTree;
import org.vinculum.devicetree.model.Node;
import org.vinculum.devicetree.model.Property;
import org.vinculum.devicetree.model.TreeFormat;
import org.vinculum.firmware.InputFile;

/// A generated machine of many SMMUs and masters, and a guest that gets all of them.
record LargeHost(int smmus, int masters) {
    private static final int STREAMS = 2;

    GuestBinder.Request request() {
        byte[] blob = new TreeCodec().write(tree(), TreeFormat.DTB);
        byte[] config = config().getBytes(StandardCharsets.UTF_8);
        return new GuestBinder.Request(
                InputFile.of("host.dtb", blob),
                InputFile.of("guest.cfg", config),
                Optional.empty(),
                Optional.empty());
    }

    private DeviceTree tree() {
        Node root = new Node("");
        root.set(Property.cells("#address-cells", 2)).set(Property.cells("#size-cells", 2));
        for (int i = 0; i < smmus; i++) {
            Node smmu = root.add(new Node("iommu@10" + hex(i) + "0000"));
            smmu.set(Property.strings("compatible", "arm,smmu-v3"));
            smmu.set(Property.cells("reg", 0x10, i << 16, 0, 0x20000));
            smmu.set(Property.cells("#iommu-cells", 1));
            smmu.set(Property.cells("phandle", i + 1));
        }
        Node soc = root.add(new Node("soc"));
        soc.set(Property.cells("#address-cells", 2)).set(Property.cells("#size-cells", 2));
        soc.set(Property.empty("ranges"));
        for (int i = 0; i < masters; i++) {
            Node master = soc.add(new Node(name(i)));
            master.set(Property.strings("compatible", "example,dma"));
            master.set(Property.cells("reg", 0x20, i << 12, 0, 0x1000));
            int phandle = i % smmus + 1;
            master.set(Property.cells("iommus", phandle, STREAMS * i, phandle, STREAMS * i + 1));
        }
        return DeviceTree.of(root);
    }

    private String config() {
        StringBuilder config = new StringBuilder("name = \"large\"\nmemory = 4096\ndtdev = [\n");
        for (int i = 0; i < masters; i++) {
            config.append("  \"/soc/").append(name(i)).append("\",\n");
        }
        return config.append("]\n").toString();
    }

    private static String name(int i) {
        return "dma@20" + hex(i) + "000";
    }

    private static String hex(int i) {
        String digits = Integer.toHexString(i);
        return "0".repeat(5 - digits.length()) + digits;
    }
}
