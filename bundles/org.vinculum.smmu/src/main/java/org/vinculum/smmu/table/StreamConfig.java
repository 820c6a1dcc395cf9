package org.vinculum.smmu.table;

import org.vinculum.smmu.spec.table.StreamTableEntry;

/// STE.Config (IHI 0070, 5.2).
public enum StreamConfig {
    ABORT,
    BYPASS,
    STAGE_1,
    STAGE_2,
    NESTED;

    private static final int LET_THROUGH = 0b100;
    private static final int STAGE_BITS = 0b011;

    static StreamConfig of(StreamTableEntry entry) {
        int coded = entry.get(StreamTableEntry.CONFIG);
        return (coded & LET_THROUGH) == 0 ? ABORT : values()[1 + (coded & STAGE_BITS)];
    }

    public boolean passes() {
        return this != ABORT;
    }

    public boolean translates() {
        return stage1() || stage2();
    }

    public boolean stage1() {
        return this == STAGE_1 || this == NESTED;
    }

    public boolean stage2() {
        return this == STAGE_2 || this == NESTED;
    }

    public boolean nested() {
        return this == NESTED;
    }
}
