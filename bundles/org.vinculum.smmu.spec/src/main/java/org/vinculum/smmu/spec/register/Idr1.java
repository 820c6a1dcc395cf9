package org.vinculum.smmu.spec.register;

import static org.vinculum.smmu.spec.Bits.bit;
import static org.vinculum.smmu.spec.Bits.bits;

import org.vinculum.smmu.spec.Bits;

/// SMMU_IDR1, sizes of IDs and queues, and what is preset (IHI 0070, 6.3.2).
public record Idr1(int value) implements Register32 {
    public static final int OFFSET = 0x4;

    public static final Bits SIDSIZE = bits(5, 0);
    public static final Bits SSIDSIZE = bits(10, 6);
    public static final Bits PRIQS = bits(15, 11);
    public static final Bits EVENTQS = bits(20, 16);
    public static final Bits CMDQS = bits(25, 21);
    public static final Bits ATTR_PERMS_OVR = bit(26);
    public static final Bits ATTR_TYPES_OVR = bit(27);
    public static final Bits REL = bit(28);
    public static final Bits QUEUES_PRESET = bit(29);
    public static final Bits TABLES_PRESET = bit(30);
    public static final Bits ECMDQ = bit(31);
}
