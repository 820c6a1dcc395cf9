package org.vinculum.smmu.table;

import org.vinculum.iommu.Access;

/// How the attributes that a transaction brings are replaced (IHI 0070, 13.1.4): the fields that STE and GBPA share.
///
/// @param privilege PRIVCFG: 2 unprivileged, 3 privileged, else as incoming
/// @param instruction INSTCFG: 2 data, 3 instruction, else as incoming; of reads only
/// @param memoryType MemAttr where MTCFG is 1, -1 else
/// @param allocation ALLOCCFG; below 8 as incoming
/// @param shareability SHCFG: 1 as incoming
public record Overrides(
        int privilege, int instruction, int memoryType, int allocation, int shareability) {
    private static final int CLEAR = 2;
    private static final int SET = 3;

    /// The access with its overrides. What writes is data.
    public int apply(int access) {
        int result = access;
        result = replace(result, Access.PRIVILEGED, privilege);
        result = replace(result, Access.INSTRUCTION, instruction);
        return (result & Access.WRITE) != 0 ? result & ~Access.INSTRUCTION : result;
    }

    /// Whether every read is an instruction fetch.
    public boolean readsAreFetches() {
        return instruction == SET;
    }

    /// Whether no read is an instruction fetch.
    public boolean readsAreData() {
        return instruction == CLEAR;
    }

    private static int replace(int access, int bit, int configured) {
        return switch (configured) {
            case CLEAR -> access & ~bit;
            case SET -> access | bit;
            default -> access;
        };
    }
}
