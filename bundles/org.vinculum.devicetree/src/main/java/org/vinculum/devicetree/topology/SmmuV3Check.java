package org.vinculum.devicetree.topology;

import org.vinculum.devicetree.model.Node;
import org.vinculum.devicetree.model.view.Cells;
import org.vinculum.devicetree.model.view.Reg;
import org.vinculum.firmware.Iommu;

/// An SMMUv3 node keeps to its binding (Linux: `arm,smmu-v3.yaml`), without which no driver finds all of the unit.
final class SmmuV3Check {
    /// Both register pages (IHI 0070, 6.1).
    private static final long FRAME = 0x20000;

    /// Units that have only the first (`cavium,cn9900-broken-page1-regspace`).
    private static final long ONE_PAGE = 0x10000;

    private static final long ALIGNMENT = 0x10000;

    private final Reading reading;
    private final SmmuV3InterruptCheck interrupts;

    SmmuV3Check(Reading reading) {
        this.reading = reading;
        this.interrupts = new SmmuV3InterruptCheck(reading);
    }

    void check(Node node, Iommu iommu) {
        if (reading.overlay() || !(iommu instanceof Iommu.SmmuV3 smmu)) {
            return;
        }
        checkName(node);
        checkReg(node, smmu);
        checkCells(node);
        if (smmu.enabled()) {
            interrupts.check(node);
        }
    }

    private void checkName(Node node) {
        if (!node.baseName().equals("iommu")) {
            reading.note(
                    "smmuv3-node-name",
                    node,
                    "the binding names the node iommu: tools that look for that name do not find"
                            + " it");
        }
    }

    private void checkReg(Node node, Iommu.SmmuV3 smmu) {
        Reg reg = Reg.of(node);
        if (reg.blocks().isEmpty()) {
            reading.error("smmuv3-reg", node, "the node has no reg: no driver can reach the SMMU");
            return;
        }
        long size = reg.blocks().getFirst().size();
        long needed = smmu.errata().contains(Errata.ONE_PAGE) ? ONE_PAGE : FRAME;
        if (Long.compareUnsigned(size, needed) < 0) {
            reading.error(
                    "smmuv3-reg",
                    node,
                    "reg",
                    "the frame is "
                            + FaultReport.hex(size)
                            + " bytes and must be "
                            + FaultReport.hex(needed)
                            + ": Linux refuses the SMMU as too small");
        }
        checkPlace(node, reg, smmu);
    }

    private void checkPlace(Node node, Reg reg, Iommu.SmmuV3 smmu) {
        if (reg.blocks().size() > 1) {
            reading.warning(
                    "smmuv3-extra-reg",
                    node,
                    "reg",
                    reg.blocks().size()
                            + " frames and an SMMUv3 has one: drivers ignore the others");
        }
        if (smmu.base().filter(base -> base.value() % ALIGNMENT != 0).isPresent()) {
            reading.error(
                    "smmuv3-reg",
                    node,
                    "reg",
                    "the frame starts at "
                            + smmu.base().get()
                            + " and its pages are aligned to 64 KiB: drivers write to wrong"
                            + " registers");
        }
    }

    private void checkCells(Node node) {
        if (!node.has("#iommu-cells")) {
            reading.error(
                    "smmuv3-cells",
                    node,
                    "the node has no #iommu-cells: Linux does not start the SMMU");
        } else if (Cells.count(node, "#iommu-cells").orElse(1) != 1) {
            reading.error(
                    "smmuv3-cells",
                    node,
                    "#iommu-cells",
                    "a stream ID is one cell and this says "
                            + Cells.count(node, "#iommu-cells").getAsInt()
                            + ": Linux does not start the SMMU");
        }
    }
}
