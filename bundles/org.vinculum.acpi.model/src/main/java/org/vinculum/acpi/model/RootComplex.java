package org.vinculum.acpi.model;

/// A PCI root complex (DEN0049, 3.1.1.5).
///
/// @param ats bit 0 [#atsSupported()], bit 1 [#priSupported()], bit 2 [#pasidForwarded()]; the others are reserved
/// @param segment PCI segment, 32 bits unsigned, 16 of them with meaning
/// @param addressLimit how many address bits its DMA reaches, 8 bits, from revision 1; 0 before
/// @param pasidCapabilities from revision 2, bits 4:0 the most bits of a PASID; 0 before
/// @param flags from revision 4, bit 0 PASID support; 0 before
public record RootComplex(
        NodeHead head,
        MemoryAccess memory,
        int ats,
        long segment,
        int addressLimit,
        int pasidCapabilities,
        int flags,
        TableArray<IdMapping> mappings)
        implements IortNode {
    public static final int TYPE = 2;
    public static final int ATS_SUPPORTED = 1;
    public static final int PRI_SUPPORTED = 1 << 1;
    public static final int PASID_FORWARDED = 1 << 2;
    public static final int PASID_WIDTH = 0x1f;
    public static final int PASID_SUPPORTED = 1;

    public boolean atsSupported() {
        return (ats & ATS_SUPPORTED) != 0;
    }

    public boolean priSupported() {
        return (ats & PRI_SUPPORTED) != 0;
    }

    public boolean pasidForwarded() {
        return (ats & PASID_FORWARDED) != 0;
    }

    @Override
    public int type() {
        return TYPE;
    }
}
