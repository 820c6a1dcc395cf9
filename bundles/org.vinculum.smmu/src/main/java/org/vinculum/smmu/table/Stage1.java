package org.vinculum.smmu.table;

/// Stage 1 of a stream or substream: what a context descriptor decides.
///
/// @param lower for addresses whose bit 55 is 0
/// @param upper for the others; null where they are never translated
/// @param accessFlagFaults an access flag of 0 is a fault, unless hardware sets it
/// @param hardwareAccessFlag CD.HA
/// @param hardwareDirtyState CD.HD, effective
/// @param writeExecuteNever CD.WXN
/// @param privilegedAccessNever CD.PAN, effective
/// @param mair CD.MAIR1 and MAIR0
public record Stage1(
        StreamWorld world,
        int asid,
        Half lower,
        Half upper,
        boolean accessFlagFaults,
        boolean hardwareAccessFlag,
        boolean hardwareDirtyState,
        boolean writeExecuteNever,
        boolean privilegedAccessNever,
        long mair,
        FaultPolicy faults) {
    private static final int TOP_BYTE = 8;
    private static final int SELECTING_BIT = 55;

    /// The half of the addresses that a table translates.
    ///
    /// @param table null when walks are disabled (EPD)
    /// @param topByteIgnored TBI
    /// @param hierarchyIgnored HAD
    /// @param unprivilegedFaults E0PD
    /// @param shareability SH, of pages whose descriptor has none
    public record Half(
            TranslationTable table,
            boolean topByteIgnored,
            boolean hierarchyIgnored,
            boolean unprivilegedFaults,
            int shareability) {
        /// Whether an address is one that the half's table translates.
        ///
        /// @param effective the address without an ignored top byte
        public boolean covers(long effective) {
            if (table == null) {
                return false;
            }
            long extension = effective >> table.inputBits();
            return extension == effective >> Long.SIZE - 1;
        }
    }

    /// Whether an address belongs to the upper half.
    public static boolean isUpper(long address) {
        return (address >>> SELECTING_BIT & 1) != 0;
    }

    /// The half for an address; null when no table can translate it.
    public Half half(long address) {
        return isUpper(address) ? upper : lower;
    }

    /// The address with its top byte replaced by copies of bit 55 where it is ignored.
    public long effective(long address) {
        Half half = half(address);
        return half != null && half.topByteIgnored() ? withoutTopByte(address) : address;
    }

    /// Sign-extended from bit 55.
    static long withoutTopByte(long address) {
        return address << TOP_BYTE >> TOP_BYTE;
    }
}
