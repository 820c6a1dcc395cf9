package org.vinculum.smmu.state;

import java.util.ArrayList;
import java.util.List;
import org.vinculum.iommu.SavedState;
import org.vinculum.smmu.profile.Identification;
import org.vinculum.smmu.spec.Bits;
import org.vinculum.smmu.spec.register.Idr0;
import org.vinculum.smmu.spec.register.Idr1;
import org.vinculum.smmu.spec.register.Idr3;
import org.vinculum.smmu.spec.register.Idr5;
import org.vinculum.smmu.spec.register.Idr6;

/// Finds what a saved state uses and a model does not have.
///
/// Tables in memory may use whatever the saved model said of itself, and so may the driver that read it; so all of that is in
/// use, as soon as software has set anything up.
final class LackingFeatures {
    /// Fields of which a higher value offers all that a lower one does.
    private static final List<Feature> GROWING =
            List.of(
                    new Feature("IDR0", "S1P", Idr0.S1P),
                    new Feature("IDR0", "S2P", Idr0.S2P),
                    new Feature("IDR0", "HTTU", Idr0.HTTU),
                    new Feature("IDR0", "HYP", Idr0.HYP),
                    new Feature("IDR0", "ATS", Idr0.ATS),
                    new Feature("IDR0", "ASID16", Idr0.ASID16),
                    new Feature("IDR0", "MSI", Idr0.MSI),
                    new Feature("IDR0", "SEV", Idr0.SEV),
                    new Feature("IDR0", "ATOS", Idr0.ATOS),
                    new Feature("IDR0", "PRI", Idr0.PRI),
                    new Feature("IDR0", "VMID16", Idr0.VMID16),
                    new Feature("IDR0", "CD2L", Idr0.CD2L),
                    new Feature("IDR0", "ST_LEVEL", Idr0.ST_LEVEL),
                    new Feature("IDR1", "SIDSIZE", Idr1.SIDSIZE),
                    new Feature("IDR1", "SSIDSIZE", Idr1.SSIDSIZE),
                    new Feature("IDR1", "PRIQS", Idr1.PRIQS),
                    new Feature("IDR1", "EVENTQS", Idr1.EVENTQS),
                    new Feature("IDR1", "CMDQS", Idr1.CMDQS),
                    new Feature("IDR1", "ATTR_PERMS_OVR", Idr1.ATTR_PERMS_OVR),
                    new Feature("IDR1", "ATTR_TYPES_OVR", Idr1.ATTR_TYPES_OVR),
                    new Feature("IDR1", "ECMDQ", Idr1.ECMDQ),
                    new Feature(
                            "IDR6", "CMDQ_CONTROL_PAGE_LOG2NUMQ", Idr6.CMDQ_CONTROL_PAGE_LOG2NUMQ),
                    new Feature(
                            "IDR6", "CMDQ_CONTROL_PAGE_LOG2NUMP", Idr6.CMDQ_CONTROL_PAGE_LOG2NUMP),
                    new Feature("IDR3", "HAD", Idr3.HAD),
                    new Feature("IDR3", "PBHA", Idr3.PBHA),
                    new Feature("IDR3", "XNX", Idr3.XNX),
                    new Feature("IDR3", "PPS", Idr3.PPS),
                    new Feature("IDR3", "MPAM", Idr3.MPAM),
                    new Feature("IDR3", "FWB", Idr3.FWB),
                    new Feature("IDR3", "STT", Idr3.STT),
                    new Feature("IDR3", "RIL", Idr3.RIL),
                    new Feature("IDR3", "BBML", Idr3.BBML),
                    new Feature("IDR3", "E0PD", Idr3.E0PD),
                    new Feature("IDR3", "DPT", Idr3.DPT),
                    new Feature("IDR5", "OAS", Idr5.OAS),
                    new Feature("IDR5", "GRAN4K", Idr5.GRAN4K),
                    new Feature("IDR5", "GRAN16K", Idr5.GRAN16K),
                    new Feature("IDR5", "GRAN64K", Idr5.GRAN64K),
                    new Feature("IDR5", "DS", Idr5.DS),
                    new Feature("IDR5", "D128", Idr5.D128),
                    new Feature("IDR5", "VAX", Idr5.VAX));

    /// Fields of which 0 offers all that another value does, and others offer only themselves.
    private static final List<Feature> RESTRICTING =
            List.of(
                    new Feature("IDR0", "NS1ATS", Idr0.NS1ATS),
                    new Feature("IDR0", "TTENDIAN", Idr0.TTENDIAN),
                    new Feature("IDR0", "STALL_MODEL", Idr0.STALL_MODEL),
                    new Feature("IDR0", "TERM_MODEL", Idr0.TERM_MODEL));

    private static final List<String> SET_UP =
            List.of("CR0", "STRTAB_BASE", "CMDQ_BASE", "EVENTQ_BASE", "PRIQ_BASE");

    private LackingFeatures() {}

    /// @return architectural names with the values, empty when the model can take the state over
    static List<String> of(SavedState state, Identification model) {
        List<String> lacking = new ArrayList<>();
        if (SET_UP.stream().allMatch(name -> state.register(name) == 0)
                && state.stalled().isEmpty()) {
            return lacking;
        }
        for (Feature feature : GROWING) {
            if (feature.of(state) > feature.of(model)) {
                lacking.add(feature.difference(state, model));
            }
        }
        for (Feature feature : RESTRICTING) {
            if (feature.of(model) != 0 && feature.of(state) != feature.of(model)) {
                lacking.add(feature.difference(state, model));
            }
        }
        return lacking;
    }

    private record Feature(String register, String field, Bits bits) {
        int of(SavedState state) {
            return bits.get((int) state.register(register));
        }

        int of(Identification model) {
            return bits.get(
                    switch (register) {
                        case "IDR0" -> model.idr0().value();
                        case "IDR1" -> model.idr1().value();
                        case "IDR3" -> model.idr3().value();
                        case "IDR6" -> model.ecmdq() ? model.idr6().value() : 0;
                        default -> model.idr5().value();
                    });
        }

        String difference(SavedState state, Identification model) {
            return register + "." + field + " " + of(state) + " (here " + of(model) + ")";
        }
    }
}
