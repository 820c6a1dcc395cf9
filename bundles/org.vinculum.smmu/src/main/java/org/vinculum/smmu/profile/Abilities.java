package org.vinculum.smmu.profile;

import java.util.List;
import org.vinculum.smmu.spec.Bits;
import org.vinculum.smmu.spec.register.Aidr;
import org.vinculum.smmu.spec.register.Idr0;
import org.vinculum.smmu.spec.register.Idr1;
import org.vinculum.smmu.spec.register.Idr3;
import org.vinculum.smmu.spec.register.Idr5;
import org.vinculum.smmu.spec.register.Idr6;

/// What the engine can do, field by field of the identification registers: the one list that profiles, overrides and the
/// documentation are checked against. A field that is not here is one the engine can do with any value.
public final class Abilities {
    /// In the order of the architecture.
    public static final List<Limit> LIMITS =
            List.of(
                    Limit.upTo("IDR0", "BTM", Idr0.BTM, 0),
                    Limit.upTo("IDR0", "HTTU", Idr0.HTTU, 2),
                    Limit.upTo("IDR0", "DORMHINT", Idr0.DORMHINT, 0),
                    Limit.oneOf("IDR0", "TTF", Idr0.TTF, 2),
                    Limit.upTo("IDR0", "VMW", Idr0.VMW, 0),
                    Limit.upTo("IDR0", "VATOS", Idr0.VATOS, 0),
                    Limit.oneOf("IDR0", "TTENDIAN", Idr0.TTENDIAN, 0, 2, 3),
                    Limit.upTo("IDR0", "ATSRECERR", Idr0.ATSRECERR, 0),
                    Limit.upTo("IDR0", "STALL_MODEL", Idr0.STALL_MODEL, 2),
                    Limit.upTo("IDR0", "ST_LEVEL", Idr0.ST_LEVEL, 1),
                    Limit.upTo("IDR0", "RME_IMPL", Idr0.RME_IMPL, 0),
                    Limit.upTo("IDR1", "SIDSIZE", Idr1.SIDSIZE, 32),
                    Limit.upTo("IDR1", "SSIDSIZE", Idr1.SSIDSIZE, 20),
                    Limit.upTo("IDR1", "PRIQS", Idr1.PRIQS, 19),
                    Limit.upTo("IDR1", "EVENTQS", Idr1.EVENTQS, 19),
                    Limit.upTo("IDR1", "CMDQS", Idr1.CMDQS, 19),
                    Limit.upTo("IDR1", "REL", Idr1.REL, 0),
                    Limit.upTo("IDR1", "QUEUES_PRESET", Idr1.QUEUES_PRESET, 0),
                    Limit.upTo("IDR1", "TABLES_PRESET", Idr1.TABLES_PRESET, 0),
                    Limit.upTo("IDR3", "MPAM", Idr3.MPAM, 0),
                    Limit.upTo("IDR3", "BBML", Idr3.BBML, 2),
                    Limit.upTo("IDR3", "DPT", Idr3.DPT, 0),
                    Limit.upTo("IDR3", "PASIDTT", Idr3.PASIDTT, 0),
                    Limit.upTo("IDR3", "EPAN", Idr3.EPAN, 0),
                    Limit.upTo("IDR3", "S1PI", Idr3.S1PI, 0),
                    Limit.upTo("IDR3", "S2PI", Idr3.S2PI, 0),
                    Limit.upTo("IDR3", "S2PO", Idr3.S2PO, 0),
                    Limit.upTo("IDR3", "THE", Idr3.THE, 0),
                    Limit.upTo("IDR3", "MTEPERM", Idr3.MTEPERM, 0),
                    Limit.upTo("IDR3", "AIE", Idr3.AIE, 0),
                    Limit.upTo("IDR5", "OAS", Idr5.OAS, 6),
                    Limit.upTo("IDR5", "D128", Idr5.D128, 0),
                    Limit.upTo("IDR5", "VAX", Idr5.VAX, 1),
                    Limit.upTo(
                            "IDR6",
                            "CMDQ_CONTROL_PAGE_LOG2NUMQ",
                            Idr6.CMDQ_CONTROL_PAGE_LOG2NUMQ,
                            8),
                    Limit.upTo(
                            "IDR6",
                            "CMDQ_CONTROL_PAGE_LOG2NUMP",
                            Idr6.CMDQ_CONTROL_PAGE_LOG2NUMP,
                            2),
                    Limit.oneOf("AIDR", "ARCH_MAJOR_REV", Aidr.ARCH_MAJOR_REV, 0),
                    Limit.upTo("AIDR", "ARCH_MINOR_REV", Aidr.ARCH_MINOR_REV, 4));

    private Abilities() {}

    /// @throws IllegalArgumentException for the first field that asks for more than the engine can do, or for fields that
    ///     contradict each other
    static void check(Identification said) {
        for (Limit limit : LIMITS) {
            int register = register(said, limit.register());
            if (!limit.allows(register)) {
                throw refused(
                        limit.register(),
                        register,
                        limit.field() + " " + limit.bits().get(register));
            }
        }
        contradictions(said);
    }

    private static void contradictions(Identification said) {
        if (!said.s1p() && !said.s2p()) {
            throw refused("IDR0", said.idr0().value(), "neither stage of translation");
        }
        if (said.pri() && !said.ats()) {
            throw refused("IDR0", said.idr0().value(), "PRI without ATS");
        }
        if (!anyGranule(said)) {
            throw refused("IDR5", said.idr5().value(), "no granule");
        }
    }

    private static boolean anyGranule(Identification said) {
        return said.granule(Identification.GRANULE_4K)
                || said.granule(Identification.GRANULE_16K)
                || said.granule(Identification.GRANULE_64K);
    }

    private static IllegalArgumentException refused(String register, int value, String what) {
        return new IllegalArgumentException(
                register
                        + " 0x"
                        + Integer.toHexString(value)
                        + " asks for what this model cannot do: "
                        + what);
    }

    private static int register(Identification said, String name) {
        return switch (name) {
            case "IDR0" -> said.idr0().value();
            case "IDR1" -> said.idr1().value();
            case "IDR3" -> said.idr3().value();
            case "IDR5" -> said.idr5().value();
            case "IDR6" -> said.idr6().value();
            case "AIDR" -> said.aidr().value();
            default -> throw new IllegalStateException(name);
        };
    }

    /// The values of a field that the engine can do.
    ///
    /// @param allowed bit n for the value n
    public record Limit(String register, String field, Bits bits, long allowed) {
        static Limit upTo(String register, String field, Bits bits, int highest) {
            return new Limit(register, field, bits, (2L << highest) - 1);
        }

        static Limit oneOf(String register, String field, Bits bits, int... values) {
            long allowed = 0;
            for (int value : values) {
                allowed |= 1L << value;
            }
            return new Limit(register, field, bits, allowed);
        }

        /// Whether a register's value is within it.
        public boolean allows(int register) {
            return (allowed >>> bits.get(register) & 1) != 0;
        }
    }
}
