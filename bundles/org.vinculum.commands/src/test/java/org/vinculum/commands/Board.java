package org.vinculum.commands;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.vinculum.firmware.Bus;
import org.vinculum.firmware.Finding;
import org.vinculum.firmware.Firmware;
import org.vinculum.firmware.FirmwareReader;
import org.vinculum.firmware.IdMap;
import org.vinculum.firmware.InputFile;
import org.vinculum.firmware.Iommu;
import org.vinculum.firmware.Iommu.Interrupt;
import org.vinculum.firmware.Master;
import org.vinculum.firmware.Master.StreamUse;
import org.vinculum.firmware.PhysicalStream;
import org.vinculum.firmware.Platform;
import org.vinculum.firmware.Severity;
import org.vinculum.firmware.UnreadableInputException;
import org.vinculum.memory.AddressRange;

/// A machine with one of everything that reports have to show.
public final class Board {
    public static final String SMMU = "/iommu@4f000000";
    public static final String MMU500 = "/iommu@50000000";
    public static final String OTHER = "/mmu@60000000";

    public static final Finding DANGLING =
            new Finding(
                    "phandle-dangling",
                    Severity.ERROR,
                    "/dma@1000 iommus",
                    "phandle 0x7 belongs to no node, so the device gets no IOMMU");

    private Board() {}

    public static Platform platform() {
        return new Platform("devicetree", List.of(smmu(), mmu500(), other()), masters(), buses());
    }

    /// A reader that takes every file starting with `board` or `DTB` for this board, and `broken` for one it cannot read.
    public static FirmwareReader reader(Finding... findings) {
        return reader(platform(), findings);
    }

    public static FirmwareReader reader(Platform platform, Finding... findings) {
        return new FirmwareReader() {
            @Override
            public String format() {
                return "devicetree";
            }

            @Override
            public boolean recognises(InputFile file) {
                String text =
                        new String(file.content(), java.nio.charset.StandardCharsets.ISO_8859_1);
                return text.startsWith("board")
                        || text.startsWith("DTB")
                        || text.startsWith("broken");
            }

            @Override
            public Firmware read(InputFile file) {
                if (file.content()[1] == 'r') {
                    throw UnreadableInputException.at(file.name(), 0x38, "a property", "the end");
                }
                return new Firmware(platform, List.of(findings));
            }
        };
    }

    private static Iommu smmu() {
        return new Iommu.SmmuV3(
                SMMU,
                Optional.of(AddressRange.of(0x4f000000L, 0x20000)),
                OptionalInt.of(7),
                true,
                true,
                List.of(
                        new Interrupt("eventq", List.of(0, 74, 1)),
                        new Interrupt("gerror", List.of(0, 79, 1))),
                Set.of("hisilicon,broken-prefetch-cmd"));
    }

    private static Iommu mmu500() {
        return new Iommu.SmmuV2(
                MMU500,
                Optional.of(AddressRange.of(0x50000000L, 0x1234)),
                OptionalInt.empty(),
                false,
                false,
                "arm,mmu-500");
    }

    private static Iommu other() {
        return new Iommu.OtherIommu(
                OTHER,
                Optional.empty(),
                OptionalInt.of(9),
                true,
                "rockchip,iommu",
                Map.of("cells", "1"));
    }

    private static List<Master> masters() {
        return List.of(
                master(
                        "/dma@1000",
                        use(SMMU, 0x10, 0),
                        use(SMMU, 0x11, 0),
                        use(SMMU, 0x12, 0),
                        use(SMMU, 0x30, 0)),
                master("/net@2000", use(SMMU, 0x30, 0), use(MMU500, 0x800, 0x7f)),
                new Master(
                        "/vop@3000",
                        false,
                        false,
                        List.of(),
                        List.of(new Master.ForeignUse(OTHER, List.of(3)))));
    }

    private static Master master(String path, StreamUse... streams) {
        return new Master(path, true, true, List.of(streams), List.of());
    }

    private static StreamUse use(String iommu, long id, int mask) {
        return new StreamUse(PhysicalStream.of(iommu, id), mask);
    }

    private static List<Bus> buses() {
        IdMap map = new IdMap(0xff00, List.of(new IdMap.Entry(0, 0x100, SMMU, 0x1000)));
        IdMap msi = new IdMap(-1, List.of(new IdMap.Entry(0, 0x10000, "/its@8000000", 0)));
        return List.of(
                new Bus(
                        "/pcie@70000000",
                        Optional.of(new Bus.Pci(0, 0, 0xff)),
                        true,
                        true,
                        map,
                        msi),
                new Bus(
                        "/fsl-mc@80c000000",
                        Optional.empty(),
                        false,
                        false,
                        IdMap.NONE,
                        IdMap.NONE));
    }
}
