package org.vinculum.smmu.spec.register;

import static org.vinculum.smmu.spec.Bits.bit;
import static org.vinculum.smmu.spec.Bits.bits;

import org.vinculum.smmu.spec.Bits;

/// SMMU_GATOS_PAR and SMMU_VATOS_PAR, the result of an address translation operation (IHI 0070, 6.3.40, 6.3.102).
/// [#FAULT] tells which of the two layouts holds.
public record AtosPar(long value) implements Register64 {
    public static final int OFFSET = 0x118;

    /// Within the VATOS page (6.2.3).
    public static final int VATOS_OFFSET = 0xa18;

    public static final Bits FAULT = bit(0);

    /// The other fields when FAULT is 0.
    public static final class Success {
        public static final Bits SH = bits(9, 8);
        public static final Bits SIZE = bit(11);
        public static final Bits ADDR = bits(55, 12);
        public static final Bits ATTR = bits(63, 56);

        private Success() {}
    }

    /// The other fields when FAULT is 1.
    public static final class Failure {
        public static final Bits REASON = bits(2, 1);
        public static final Bits FAULTCODE = bits(11, 4);
        public static final Bits FADDR = bits(55, 12);
        public static final Bits IMPDEF = bits(63, 60);

        private Failure() {}
    }
}
