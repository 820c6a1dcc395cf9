package org.vinculum.hypervisor.host.register;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.vinculum.smmu.spec.register.Aidr;
import org.vinculum.smmu.spec.register.Idr0;
import org.vinculum.smmu.spec.register.Idr1;
import org.vinculum.smmu.spec.register.Idr2;
import org.vinculum.smmu.spec.register.Idr3;
import org.vinculum.smmu.spec.register.Idr4;
import org.vinculum.smmu.spec.register.Idr5;
import org.vinculum.smmu.spec.register.Idr6;
import org.vinculum.smmu.spec.register.Iidr;

/// What an SMMU says it is, as far as the driver asks (IHI 0070, 6.3.1 to 6.3.8), and the errata that follow from that. Only
/// these change when another model stands for it.
public final class Identity {
    private static final int AARCH64 = 2;
    private static final int LEAST_COMMANDS_LOG2 = 7;
    private static final int STALL_OR_TERMINATE = 0;
    private static final int TERMINATE_ONLY = 1;
    private static final int STALL_FORCED = 2;

    private final Map<String, Integer> values;
    private final Idr0 idr0;
    private final Idr1 idr1;
    private final Idr3 idr3;
    private final Idr5 idr5;
    private volatile Errata errata;

    public Identity(SmmuRegisters registers) {
        values =
                Map.of(
                        "IDR0", registers.read(Idr0.OFFSET),
                        "IDR1", registers.read(Idr1.OFFSET),
                        "IDR2", registers.read(Idr2.OFFSET),
                        "IDR3", registers.read(Idr3.OFFSET),
                        "IDR4", registers.read(Idr4.OFFSET),
                        "IDR5", registers.read(Idr5.OFFSET),
                        "IDR6", registers.read(Idr6.OFFSET),
                        "AIDR", registers.read(Aidr.OFFSET));
        idr0 = new Idr0(values.get("IDR0"));
        idr1 = new Idr1(values.get("IDR1"));
        idr3 = new Idr3(values.get("IDR3"));
        idr5 = new Idr5(values.get("IDR5"));
        errata = Errata.of(new Iidr(registers.read(Iidr.OFFSET)));
    }

    /// Another model stands there now.
    public void errata(Errata other) {
        errata = other;
    }

    /// A register by its architectural name; 0 for one that is not there.
    public long register(String name) {
        return Integer.toUnsignedLong(values.getOrDefault(name, 0));
    }

    /// Why it cannot be driven; empty when it can.
    public List<String> objections() {
        List<String> reasons = new ArrayList<>();
        if (idr1.has(Idr1.TABLES_PRESET) || idr1.has(Idr1.QUEUES_PRESET) || idr1.has(Idr1.REL)) {
            reasons.add("its tables or queues are at places of its own");
        }
        if (idr1.get(Idr1.CMDQS) < LEAST_COMMANDS_LOG2) {
            reasons.add("its command queue has no more than 64 entries");
        }
        if ((idr0.get(Idr0.TTF) & AARCH64) == 0) {
            reasons.add("it has no AArch64 translation tables");
        }
        return reasons;
    }

    public boolean nests() {
        return stage2() && idr0.has(Idr0.S1P) && errata.nesting();
    }

    public boolean stage2() {
        return idr0.has(Idr0.S2P);
    }

    public Errata errata() {
        return errata;
    }

    public int sidBits() {
        return Math.min(idr1.get(Idr1.SIDSIZE), Integer.SIZE);
    }

    public boolean twoLevelStreamTable() {
        return idr0.get(Idr0.ST_LEVEL) == 1;
    }

    public int commandsLog2() {
        return idr1.get(Idr1.CMDQS);
    }

    public int eventsLog2() {
        return idr1.get(Idr1.EVENTQS);
    }

    public int pageRequestsLog2() {
        return idr1.get(Idr1.PRIQS);
    }

    public boolean messages() {
        return idr0.has(Idr0.MSI);
    }

    public boolean hyp() {
        return idr0.has(Idr0.HYP);
    }

    public boolean ats() {
        return idr0.has(Idr0.ATS);
    }

    /// Whether an ATS device may be given translations of stage 1 alone, which it uses as input of stage 2.
    public boolean splitStageAts() {
        return ats() && !idr0.has(Idr0.NS1ATS) && !stallForced();
    }

    public boolean pri() {
        return idr0.has(Idr0.PRI);
    }

    public boolean substreams() {
        return idr1.get(Idr1.SSIDSIZE) != 0;
    }

    public boolean asid16() {
        return idr0.has(Idr0.ASID16);
    }

    /// Whether STEs and GBPA can say which shareability transactions have.
    public boolean overridesTypes() {
        return idr1.has(Idr1.ATTR_TYPES_OVR);
    }

    public boolean rangeInvalidation() {
        return idr3.has(Idr3.RIL);
    }

    /// Whether ranges of invalidations can be so large that SCALE needs its highest bit.
    public boolean largeRanges() {
        return idr5.has(Idr5.DS);
    }

    /// Whether a transaction can wait for software at all.
    public boolean stalls() {
        return idr0.get(Idr0.STALL_MODEL) != TERMINATE_ONLY;
    }

    /// Whether stalling can be forbidden stream by stream.
    public boolean stallsAreChosen() {
        return idr0.get(Idr0.STALL_MODEL) == STALL_OR_TERMINATE;
    }

    public boolean stallForced() {
        return idr0.get(Idr0.STALL_MODEL) == STALL_FORCED;
    }
}
