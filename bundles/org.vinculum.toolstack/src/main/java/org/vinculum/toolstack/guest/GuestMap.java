package org.vinculum.toolstack.guest;

import java.util.ArrayList;
import java.util.List;
import org.vinculum.memory.AddressRange;

/// Where Xen puts things in a guest on Arm (xen/include/public/arch-arm.h): addresses, phandles, interrupts.
public final class GuestMap {
    /// Linux insists on a version in the strings of the root and the hypervisor; it does not look at the number.
    static final String XEN_VERSION = "4.23";

    public static final int PHANDLE_GIC = 65000;
    public static final int PHANDLE_XEN_IOMMU = 65001;

    /// The virtual SMMU's documented phandle, 0xfdea; further ones follow it.
    public static final int PHANDLE_SMMU = 65002;

    /// Phandles from here on are the toolstack's.
    public static final int PHANDLE_RESERVED = 65000;

    public static final long SMMU_BASE = 0x0404_0000L;
    public static final long SMMU_SIZE = 0x2_0000L;
    public static final long SMMU_SPACING = 0x4_0000L;
    public static final int SMMU_INTID = 33;

    /// How far behind the interrupt of its queues a virtual SMMU's global errors have theirs, where firmware tells the
    /// two apart.
    public static final int GERROR_DISTANCE = 64;

    /// Where Linux maps MSI doorbells for devices behind an SMMUv3 (its MSI_IOVA_BASE), and a hypervisor for a guest.
    public static final long MESSAGE_WINDOW_BASE = 0x0800_0000L;

    public static final long MESSAGE_WINDOW_SIZE = 0x10_0000L;

    static final long GICD_BASE = 0x0300_1000L;
    static final long GICV2_GICD_SIZE = 0x1000;
    static final long GICV2_GICC_BASE = 0x0300_2000L;
    static final long GICV2_GICC_SIZE = 0x2000;
    static final long GICV3_GICD_SIZE = 0x1_0000L;
    static final long GICV3_GICR_BASE = 0x0302_0000L;
    static final long GICV3_GICR_SIZE = 0x0100_0000L;

    static final long VPCI_ECAM_BASE = 0x1000_0000L;
    static final long VPCI_ECAM_SIZE = 0x1000_0000L;
    static final long VPCI_MEM_BASE = 0x2300_0000L;
    static final long VPCI_MEM_SIZE = 0x1000_0000L;
    static final long VPCI_PREFETCH_BASE = 0x1_0000_0000L;
    static final long VPCI_PREFETCH_SIZE = 0x1_0000_0000L;

    static final long GRANT_TABLE_BASE = 0x3800_0000L;
    static final long GRANT_TABLE_SIZE = 0x0100_0000L;

    static final long RAM_LOW_BASE = 0x4000_0000L;
    static final long RAM_LOW_SIZE = 0xc000_0000L;
    static final long RAM_HIGH_BASE = 0x2_0000_0000L;

    /// The most virtual SMMUs that fit between the first and the virtual ECAM space.
    public static final int MOST_SMMUS = (int) ((VPCI_ECAM_BASE - SMMU_BASE) / SMMU_SPACING);

    private GuestMap() {}

    /// The banks that hold a guest's memory.
    public static List<AddressRange> ram(long mebibytes) {
        long bytes = mebibytes << 20;
        long low = Math.min(bytes, RAM_LOW_SIZE);
        List<AddressRange> banks = new ArrayList<>();
        banks.add(AddressRange.of(RAM_LOW_BASE, low));
        if (bytes > low) {
            banks.add(AddressRange.of(RAM_HIGH_BASE, bytes - low));
        }
        return banks;
    }
}
