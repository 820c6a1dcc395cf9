package org.vinculum.smmu.profile;

import org.vinculum.smmu.spec.register.Aidr;
import org.vinculum.smmu.spec.register.Idr0;
import org.vinculum.smmu.spec.register.Idr1;
import org.vinculum.smmu.spec.register.Idr3;
import org.vinculum.smmu.spec.register.Idr5;
import org.vinculum.smmu.spec.register.Idr6;

/// What the identification registers say, by the fields that decide how the model behaves (IHI 0070, 6.3.1 to 6.3.8): the
/// one place that both sides of the model ask.
///
/// [#of] refuses what the engine cannot do, so a value of this type can be relied on.
public record Identification(Idr0 idr0, Idr1 idr1, Idr3 idr3, Idr5 idr5, Idr6 idr6, Aidr aidr) {
    /// Shift of a 4 KiB granule; the others are [#GRANULE_16K] and [#GRANULE_64K].
    public static final int GRANULE_4K = 12;

    public static final int GRANULE_16K = 14;
    public static final int GRANULE_64K = 16;

    private static final int[] OUTPUT_BITS = {32, 36, 40, 42, 44, 48, 52, 56};

    /// @throws IllegalArgumentException for what the engine cannot do, with the register and its value
    public static Identification of(IdentificationRegisters registers) {
        var said =
                new Identification(
                        new Idr0(registers.value("IDR0")),
                        new Idr1(registers.value("IDR1")),
                        new Idr3(registers.value("IDR3")),
                        new Idr5(registers.value("IDR5")),
                        new Idr6(registers.value("IDR6")),
                        new Aidr(registers.value("AIDR")));
        Abilities.check(said);
        return said;
    }

    /// 0 to 4 for SMMUv3.0 to 3.4.
    public int minor() {
        return aidr.get(Aidr.ARCH_MINOR_REV);
    }

    public boolean s1p() {
        return idr0.has(Idr0.S1P);
    }

    public boolean s2p() {
        return idr0.has(Idr0.S2P);
    }

    /// 0 none, 1 access flag, 2 access flag and dirty state.
    public int httu() {
        return idr0.get(Idr0.HTTU);
    }

    public boolean hyp() {
        return idr0.has(Idr0.HYP);
    }

    public boolean ats() {
        return idr0.has(Idr0.ATS);
    }

    /// Split-stage ATS is not there.
    public boolean ns1ats() {
        return idr0.has(Idr0.NS1ATS);
    }

    public boolean asid16() {
        return idr0.has(Idr0.ASID16);
    }

    public boolean msi() {
        return idr0.has(Idr0.MSI);
    }

    public boolean sev() {
        return idr0.has(Idr0.SEV);
    }

    public boolean atos() {
        return idr0.has(Idr0.ATOS);
    }

    public boolean pri() {
        return idr0.has(Idr0.PRI);
    }

    public boolean vmid16() {
        return idr0.has(Idr0.VMID16);
    }

    public boolean cd2l() {
        return idr0.has(Idr0.CD2L);
    }

    /// 0 mixed, 2 little-endian, 3 big-endian.
    public int ttendian() {
        return idr0.get(Idr0.TTENDIAN);
    }

    /// 0 stall and terminate, 1 terminate only, 2 stall forced.
    public int stallModel() {
        return idr0.get(Idr0.STALL_MODEL);
    }

    /// Terminated transactions always abort.
    public boolean termModel() {
        return idr0.has(Idr0.TERM_MODEL);
    }

    /// Stream tables may have two levels.
    public boolean twoLevelStreamTable() {
        return idr0.get(Idr0.ST_LEVEL) == 1;
    }

    /// Bits of a stream ID, 0 to 32.
    public int sidSize() {
        return idr1.get(Idr1.SIDSIZE);
    }

    /// Bits of a substream ID, 0 (no substreams) to 20.
    public int ssidSize() {
        return idr1.get(Idr1.SSIDSIZE);
    }

    /// Binary logarithm of the most entries of the command queue, 0 to 19.
    public int cmdqs() {
        return idr1.get(Idr1.CMDQS);
    }

    /// Binary logarithm of the most entries of the event queue, 0 to 19.
    public int eventqs() {
        return idr1.get(Idr1.EVENTQS);
    }

    /// Binary logarithm of the most entries of the PRI queue, 0 to 19.
    public int priqs() {
        return idr1.get(Idr1.PRIQS);
    }

    public boolean attrPermsOvr() {
        return idr1.has(Idr1.ATTR_PERMS_OVR);
    }

    public boolean attrTypesOvr() {
        return idr1.has(Idr1.ATTR_TYPES_OVR);
    }

    public boolean ecmdq() {
        return idr1.has(Idr1.ECMDQ);
    }

    /// How many command queue control pages there are.
    public int controlPages() {
        return ecmdq() ? 1 << idr6.get(Idr6.CMDQ_CONTROL_PAGE_LOG2NUMP) : 0;
    }

    /// How many enhanced command queues there are on all control pages.
    public int enhancedQueues() {
        return controlPages() << idr6.get(Idr6.CMDQ_CONTROL_PAGE_LOG2NUMQ);
    }

    public boolean had() {
        return idr3.has(Idr3.HAD);
    }

    public boolean pbha() {
        return idr3.has(Idr3.PBHA);
    }

    public boolean xnx() {
        return idr3.has(Idr3.XNX);
    }

    /// Automatic answers to page requests have the request's PASID whatever STE.PPAR says.
    public boolean pps() {
        return idr3.has(Idr3.PPS);
    }

    public boolean fwb() {
        return idr3.has(Idr3.FWB);
    }

    public boolean stt() {
        return idr3.has(Idr3.STT);
    }

    public boolean ril() {
        return idr3.has(Idr3.RIL);
    }

    public boolean e0pd() {
        return idr3.has(Idr3.E0PD);
    }

    public boolean ptwnnc() {
        return idr3.has(Idr3.PTWNNC);
    }

    /// Bits of an output address: 32, 36, 40, 42, 44, 48 or 52.
    public int outputBits() {
        return outputBits(idr5.get(Idr5.OAS));
    }

    /// Ones where an address that the SMMU puts out may have them.
    public long outputMask() {
        return (1L << outputBits()) - 1;
    }

    /// The bits that a size field coded as IDR5.OAS stands for (IPS, S2PS), before it is limited to the implemented size.
    ///
    /// @param coded 0 to 7
    public static int outputBits(int coded) {
        return OUTPUT_BITS[coded];
    }

    /// Whether tables may have a granule.
    ///
    /// @param shift [#GRANULE_4K], [#GRANULE_16K] or [#GRANULE_64K]
    public boolean granule(int shift) {
        return switch (shift) {
            case GRANULE_4K -> idr5.has(Idr5.GRAN4K);
            case GRANULE_16K -> idr5.has(Idr5.GRAN16K);
            case GRANULE_64K -> idr5.has(Idr5.GRAN64K);
            default -> false;
        };
    }

    /// 52-bit addresses with granules of 4 and 16 KiB.
    public boolean ds() {
        return idr5.has(Idr5.DS);
    }

    /// 52-bit virtual addresses with the granule of 64 KiB.
    public boolean vax() {
        return idr5.get(Idr5.VAX) == 1;
    }

    /// The largest TxSZ and S2T0SZ (IHI 0070, 5.4).
    public int maximumTxsz(int granule) {
        if (!stt()) {
            return 39;
        }
        return granule == GRANULE_64K ? 47 : 48;
    }

    /// How many transactions may be stalled at once. A profile that has stalls and says 0 sets no limit but the STAG's.
    public int stallMax() {
        int stated = idr5.get(Idr5.STALL_MAX);
        return stated == 0 ? 0x1_0000 : stated;
    }
}
