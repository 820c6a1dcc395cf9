package org.vinculum.smmu.state;

import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.LongConsumer;
import org.vinculum.iommu.SavedState;
import org.vinculum.iommu.UnsupportedStateException;
import org.vinculum.smmu.command.CommandQueues;
import org.vinculum.smmu.fault.FaultReports;
import org.vinculum.smmu.interrupt.GlobalErrors;
import org.vinculum.smmu.profile.Identification;
import org.vinculum.smmu.register.RegisterFile;
import org.vinculum.smmu.spec.register.Access;
import org.vinculum.smmu.spec.register.Gbpa;
import org.vinculum.smmu.spec.register.Page;
import org.vinculum.smmu.spec.register.Register;
import org.vinculum.smmu.spec.register.Registers;
import org.vinculum.smmu.vendor.VendorSide;

/// Saves and restores by the registers' names, so that the description means the same to every model of an SMMUv3.
///
/// Restoring goes the way that software goes: everything off, registers written, queues on, translation on.
public final class SavedRegisters {
    /// What every model of this engine says of itself.
    public static final String KIND = "smmuv3";

    private static final int VERSION = 1;

    /// What is not just written back in the order of the map.
    private static final Set<String> LAST =
            Set.of("CR0", "IRQ_CTRL", "GBPA", "GERRORN", "GATOS_CTRL");

    private static final int PAGE_SIZE = 0x1_0000;

    private final String model;
    private final boolean onPage0;
    private final Identification identification;
    private final RegisterFile file;
    private final GlobalErrors errors;
    private final FaultReports faults;
    private final SavedQueues queues;
    private final SavedVendor vendor;
    private final LongConsumer atosResult;

    /// @param onPage0 whether the indexes of the output queues are on page 0 and page 1 is not there
    /// @param atosResult takes over GATOS_PAR, which software cannot write
    public SavedRegisters(
            String model,
            VendorSide vendor,
            boolean onPage0,
            Identification identification,
            RegisterFile file,
            GlobalErrors errors,
            FaultReports faults,
            CommandQueues commands,
            LongConsumer atosResult) {
        this.atosResult = atosResult;
        this.model = model;
        this.vendor = new SavedVendor(model, vendor);
        this.onPage0 = onPage0;
        this.identification = identification;
        this.file = file;
        this.errors = errors;
        this.faults = faults;
        this.queues = new SavedQueues(identification, file, commands);
    }

    public SavedState save() {
        SortedMap<String, Long> registers = new TreeMap<>();
        for (Register register : Registers.ALL) {
            if (part(register)) {
                registers.put(register.name(), file.read(place(register), register.size()));
            }
        }
        SortedMap<String, String> more = new TreeMap<>();
        queues.save(registers, more);
        vendor.save(more);
        return new SavedState(KIND, VERSION, model, registers, faults.save(), more);
    }

    /// @throws UnsupportedStateException as [org.vinculum.iommu.IommuModel#restore]
    public void restore(SavedState state) {
        List<String> lacking = lacking(state);
        if (!lacking.isEmpty()) {
            throw new UnsupportedStateException(model, lacking);
        }
        vendor.restore(state);
        write("CR0", 0);
        write("IRQ_CTRL", 0);
        for (Register register : Registers.ALL) {
            if (part(register)
                    && register.access() == Access.READ_WRITE
                    && !LAST.contains(register.name())) {
                write(register, state.register(register.name()));
            }
        }
        write("GBPA", Gbpa.UPDATE.mask() | state.register("GBPA"));
        errors.set((int) state.register("GERROR"), (int) state.register("GERRORN"));
        atosResult.accept(state.register("GATOS_PAR"));
        queues.restore(state);
        faults.restore(state.stalled());
        write("IRQ_CTRL", state.register("IRQ_CTRL"));
        write("CR0", state.register("CR0"));
    }

    private List<String> lacking(SavedState state) {
        if (!state.kind().equals(KIND)) {
            return List.of("kind " + state.kind());
        }
        if (state.version() != VERSION) {
            return List.of("version " + state.version() + " of the description");
        }
        List<String> lacking = LackingFeatures.of(state, identification);
        lacking.addAll(vendor.lacking(state));
        return lacking;
    }

    private void write(String name, long value) {
        for (Register register : Registers.ALL) {
            if (register.name().equals(name)) {
                write(register, value);
            }
        }
    }

    private void write(Register register, long value) {
        file.write(place(register), register.size(), value);
    }

    /// Where it is in this model: a model without page 1 has the indexes on page 0.
    private int place(Register register) {
        return onPage0 && register.page() == Page.PAGE_1
                ? register.offset() - PAGE_SIZE
                : register.offset();
    }

    /// Acknowledgements and GATOS results follow from others; rows are of what the model does not have.
    private static boolean part(Register register) {
        return register.count() == 1
                && (register.page() == Page.PAGE_0 || register.page() == Page.PAGE_1);
    }
}
