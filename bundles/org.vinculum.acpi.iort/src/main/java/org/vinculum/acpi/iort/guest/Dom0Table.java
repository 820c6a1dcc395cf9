package org.vinculum.acpi.iort.guest;

import java.util.ArrayList;
import java.util.List;
import org.vinculum.acpi.iort.table.IortReader;
import org.vinculum.acpi.model.Iort;
import org.vinculum.acpi.model.IortNode;
import org.vinculum.acpi.model.Smmu;
import org.vinculum.acpi.model.SmmuV3;
import org.vinculum.binding.Dom0Describer;
import org.vinculum.binding.OutputFile;
import org.vinculum.firmware.Finding;
import org.vinculum.firmware.InputFile;

/// Hands dom0 the host's IORT as it is, and says what its SMMU nodes mean there: the table names units by address, and a
/// virtual SMMUv3 answers at the address of each physical one, with the stream IDs of that.
public final class Dom0Table {
    private static final String[] MODELS = {"generic", "HiSilicon Hi161x", "Cavium CN99xx"};

    private Dom0Table() {}

    /// @throws org.vinculum.firmware.UnreadableInputException when the table cannot be understood
    public static Dom0Describer.Result describe(InputFile host) {
        Iort table = IortReader.read(host);
        List<Finding> notes = new ArrayList<>();
        for (IortNode node : table.nodes()) {
            switch (node) {
                case SmmuV3 smmu -> notes.add(virtual(smmu));
                case Smmu smmu -> notes.add(untouched(smmu));
                default -> {}
            }
        }
        return new Dom0Describer.Result(
                new OutputFile("dom0-iort.dat", host.content()), List.copyOf(notes));
    }

    private static Finding virtual(SmmuV3 smmu) {
        return Finding.note(
                "dom0-viommu",
                place(smmu),
                "a virtual SMMUv3 at "
                        + hex(smmu.base())
                        + " stands in for the physical one of the node at offset "
                        + hex(smmu.offset())
                        + model(smmu.model())
                        + "; vSID = pSID, and SIDSIZE is what its registers say, which no table"
                        + " tells");
    }

    // What a model's driver works around is the physical unit's; the virtual one is generic.
    private static String model(long model) {
        return model == SmmuV3.GENERIC
                ? ""
                : ", which the table calls "
                        + (model < MODELS.length ? MODELS[(int) model] : "model " + hex(model))
                        + ": dom0 applies the workarounds of that";
    }

    private static Finding untouched(Smmu smmu) {
        return Finding.note(
                "dom0-iommu-described",
                place(smmu),
                "an SMMUv1 or v2 at "
                        + hex(smmu.base())
                        + ": no virtual one stands in for it, and the table, which is handed over"
                        + " unchanged, still describes it");
    }

    private static String place(IortNode node) {
        return "IORT:" + hex(node.offset());
    }

    private static String hex(long value) {
        return "0x" + Long.toHexString(value);
    }
}
