package org.vinculum.acpi.model;

/// An SMMUv3 (DEN0049, 3.1.1.2).
///
/// @param base CPU address of register page 0
/// @param flags [#COHACC_OVERRIDE], [#HTTU_OVERRIDE] in bits 2:1, [#PXM_VALID], [#DEVICE_ID_VALID]; the others are reserved
/// @param vatos CPU address of the VATOS page, 0 for none
/// @param model 0 generic, 1 HiSilicon Hi161x, 2 Cavium CN99xx; 32 bits unsigned
/// @param eventGsiv 32 bits unsigned, 0 for none, as the three that follow
/// @param proximityDomain from revision 1, 32 bits unsigned; 0 before
/// @param deviceIdIndex which of the mappings gives the DeviceID of the SMMU's own MSIs, from revision 1; 0 before
public record SmmuV3(
        NodeHead head,
        long base,
        int flags,
        long vatos,
        long model,
        long eventGsiv,
        long priGsiv,
        long gerrGsiv,
        long syncGsiv,
        long proximityDomain,
        long deviceIdIndex,
        TableArray<IdMapping> mappings)
        implements IortNode {
    public static final int TYPE = 4;
    public static final int COHACC_OVERRIDE = 1;
    public static final int HTTU_OVERRIDE = 3 << 1;
    public static final int PXM_VALID = 1 << 3;

    /// From revision 5: [#deviceIdIndex()] counts. Before, it counts unless all four interrupts are wired.
    public static final int DEVICE_ID_VALID = 1 << 4;

    public static final long GENERIC = 0;
    public static final long HISILICON_HI161X = 1;
    public static final long CAVIUM_CN99XX = 2;

    public boolean coherent() {
        return (flags & COHACC_OVERRIDE) != 0;
    }

    /// Whether [#deviceIdIndex()] has a meaning in this revision and with these interrupts.
    public boolean hasDeviceIdIndex() {
        if (head.revision() < 1) {
            return false;
        }
        if (head.revision() >= 5) {
            return (flags & DEVICE_ID_VALID) != 0;
        }
        return eventGsiv == 0 || priGsiv == 0 || gerrGsiv == 0 || syncGsiv == 0;
    }

    @Override
    public int type() {
        return TYPE;
    }
}
