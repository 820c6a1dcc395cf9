package org.vinculum.smmu.spec.register;

import static org.vinculum.smmu.spec.register.Page.CMDQ_CONTROL;
import static org.vinculum.smmu.spec.register.Page.PAGE_0;
import static org.vinculum.smmu.spec.register.Page.PAGE_1;
import static org.vinculum.smmu.spec.register.Page.VATOS;

import java.util.List;
import java.util.Optional;

/// The map of all registers (IHI 0070, 6.2), in the order of their pages and sections. The aliases that an implementation
/// may have on page 0 of the registers on page 1 are not in it.
public final class Registers {
    public static final List<Register> ALL =
            List.of(
                    ro(PAGE_0, "IDR0", Idr0.OFFSET, "6.3.1", Idr0.class),
                    ro(PAGE_0, "IDR1", Idr1.OFFSET, "6.3.2", Idr1.class),
                    ro(PAGE_0, "IDR2", Idr2.OFFSET, "6.3.3", Idr2.class),
                    ro(PAGE_0, "IDR3", Idr3.OFFSET, "6.3.4", Idr3.class),
                    ro(PAGE_0, "IDR4", Idr4.OFFSET, "6.3.5", Idr4.class),
                    ro(PAGE_0, "IDR5", Idr5.OFFSET, "6.3.6", Idr5.class),
                    ro(PAGE_0, "IIDR", Iidr.OFFSET, "6.3.7", Iidr.class),
                    ro(PAGE_0, "AIDR", Aidr.OFFSET, "6.3.8", Aidr.class),
                    rw(PAGE_0, "CR0", Cr0.OFFSET, "6.3.9", Cr0.class),
                    ro(PAGE_0, "CR0ACK", Cr0.ACK_OFFSET, "6.3.10", Cr0.class),
                    rw(PAGE_0, "CR1", Cr1.OFFSET, "6.3.11", Cr1.class),
                    rw(PAGE_0, "CR2", Cr2.OFFSET, "6.3.12", Cr2.class),
                    rw(PAGE_0, "S2PII", S2pii.OFFSET, "6.3.17", S2pii.class),
                    ro(PAGE_0, "STATUSR", Statusr.OFFSET, "6.3.13", Statusr.class),
                    rw(PAGE_0, "GBPA", Gbpa.OFFSET, "6.3.14", Gbpa.class),
                    rw(PAGE_0, "AGBPA", Agbpa.OFFSET, "6.3.15", Agbpa.class),
                    rw(PAGE_0, "IRQ_CTRL", IrqCtrl.OFFSET, "6.3.16", IrqCtrl.class),
                    ro(PAGE_0, "IRQ_CTRLACK", IrqCtrl.ACK_OFFSET, "6.3.18", IrqCtrl.class),
                    ro(PAGE_0, "GERROR", Gerror.OFFSET, "6.3.19", Gerror.class),
                    rw(PAGE_0, "GERRORN", Gerror.ACK_OFFSET, "6.3.20", Gerror.class),
                    rw(PAGE_0, "GERROR_IRQ_CFG0", IrqCfg0.GERROR_OFFSET, "6.3.21", IrqCfg0.class),
                    rw(PAGE_0, "GERROR_IRQ_CFG1", IrqCfg1.GERROR_OFFSET, "6.3.22", IrqCfg1.class),
                    rw(PAGE_0, "GERROR_IRQ_CFG2", IrqCfg2.GERROR_OFFSET, "6.3.23", IrqCfg2.class),
                    rw(PAGE_0, "STRTAB_BASE", StrtabBase.OFFSET, "6.3.24", StrtabBase.class),
                    rw(
                            PAGE_0,
                            "STRTAB_BASE_CFG",
                            StrtabBaseCfg.OFFSET,
                            "6.3.25",
                            StrtabBaseCfg.class),
                    rw(PAGE_0, "CMDQ_BASE", CmdqBase.OFFSET, "6.3.26", CmdqBase.class),
                    rw(PAGE_0, "CMDQ_PROD", CmdqProd.OFFSET, "6.3.27", CmdqProd.class),
                    rw(PAGE_0, "CMDQ_CONS", CmdqCons.OFFSET, "6.3.28", CmdqCons.class),
                    rw(PAGE_0, "EVENTQ_BASE", EventqBase.OFFSET, "6.3.29", EventqBase.class),
                    rw(PAGE_0, "EVENTQ_IRQ_CFG0", IrqCfg0.EVENTQ_OFFSET, "6.3.30", IrqCfg0.class),
                    rw(PAGE_0, "EVENTQ_IRQ_CFG1", IrqCfg1.EVENTQ_OFFSET, "6.3.31", IrqCfg1.class),
                    rw(PAGE_0, "EVENTQ_IRQ_CFG2", IrqCfg2.EVENTQ_OFFSET, "6.3.32", IrqCfg2.class),
                    rw(PAGE_0, "PRIQ_BASE", PriqBase.OFFSET, "6.3.33", PriqBase.class),
                    rw(PAGE_0, "PRIQ_IRQ_CFG0", IrqCfg0.PRIQ_OFFSET, "6.3.34", IrqCfg0.class),
                    rw(PAGE_0, "PRIQ_IRQ_CFG1", IrqCfg1.PRIQ_OFFSET, "6.3.35", IrqCfg1.class),
                    rw(PAGE_0, "PRIQ_IRQ_CFG2", PriqIrqCfg2.OFFSET, "6.3.36", PriqIrqCfg2.class),
                    rw(PAGE_0, "GATOS_CTRL", AtosCtrl.OFFSET, "6.3.37", AtosCtrl.class),
                    rw(PAGE_0, "GATOS_SID", AtosSid.OFFSET, "6.3.38", AtosSid.class),
                    rw(PAGE_0, "GATOS_ADDR", AtosAddr.OFFSET, "6.3.39", AtosAddr.class),
                    ro(PAGE_0, "GATOS_PAR", AtosPar.OFFSET, "6.3.40", AtosPar.class),
                    ro(PAGE_0, "MPAMIDR", Mpamidr.OFFSET, "6.3.41", Mpamidr.class),
                    rw(PAGE_0, "GMPAM", Gmpam.OFFSET, "6.3.42", Gmpam.class),
                    rw(PAGE_0, "GBPMPAM", Gbpmpam.OFFSET, "6.3.43", Gbpmpam.class),
                    rw(PAGE_0, "VATOS_SEL", VatosSel.OFFSET, "6.3.44", VatosSel.class),
                    ro(PAGE_0, "IDR6", Idr6.OFFSET, "6.3.45", Idr6.class),
                    rw(PAGE_0, "DPT_BASE", DptBase.OFFSET, "6.3.46", DptBase.class),
                    rw(PAGE_0, "DPT_BASE_CFG", DptBaseCfg.OFFSET, "6.3.47", DptBaseCfg.class),
                    rw(PAGE_0, "DPT_CFG_FAR", DptCfgFar.OFFSET, "6.3.48", DptCfgFar.class),
                    ro(PAGE_0, "PIDR4", Pidr4.OFFSET, "6.3.170", Pidr4.class),
                    ro(PAGE_0, "PIDR5", ReservedPidr.PIDR5_OFFSET, "6.3.170", ReservedPidr.class),
                    ro(PAGE_0, "PIDR6", ReservedPidr.PIDR6_OFFSET, "6.3.170", ReservedPidr.class),
                    ro(PAGE_0, "PIDR7", ReservedPidr.PIDR7_OFFSET, "6.3.170", ReservedPidr.class),
                    ro(PAGE_0, "PIDR0", Pidr0.OFFSET, "6.3.170", Pidr0.class),
                    ro(PAGE_0, "PIDR1", Pidr1.OFFSET, "6.3.170", Pidr1.class),
                    ro(PAGE_0, "PIDR2", Pidr2.OFFSET, "6.3.170", Pidr2.class),
                    ro(PAGE_0, "PIDR3", Pidr3.OFFSET, "6.3.170", Pidr3.class),
                    row(
                            ro(PAGE_0, "CIDRn", Cidr.OFFSET, "6.3.170", Cidr.class),
                            Cidr.STRIDE,
                            Cidr.COUNT),
                    row(
                            ro(
                                    PAGE_0,
                                    "CMDQ_CONTROL_PAGE_BASEn",
                                    CmdqControlPageBase.OFFSET,
                                    "6.3.49",
                                    CmdqControlPageBase.class),
                            CmdqControlPageBase.STRIDE,
                            CmdqControlPageBase.COUNT),
                    row(
                            ro(
                                    PAGE_0,
                                    "CMDQ_CONTROL_PAGE_CFGn",
                                    CmdqControlPageCfg.OFFSET,
                                    "6.3.50",
                                    CmdqControlPageCfg.class),
                            CmdqControlPageCfg.STRIDE,
                            CmdqControlPageCfg.COUNT),
                    row(
                            ro(
                                    PAGE_0,
                                    "CMDQ_CONTROL_PAGE_STATUSn",
                                    CmdqControlPageStatus.OFFSET,
                                    "6.3.51",
                                    CmdqControlPageStatus.class),
                            CmdqControlPageStatus.STRIDE,
                            CmdqControlPageStatus.COUNT),
                    rw(PAGE_1, "EVENTQ_PROD", EventqProd.OFFSET, "6.3.95", EventqProd.class),
                    rw(PAGE_1, "EVENTQ_CONS", EventqCons.OFFSET, "6.3.96", EventqCons.class),
                    rw(PAGE_1, "PRIQ_PROD", PriqProd.OFFSET, "6.3.97", PriqProd.class),
                    rw(PAGE_1, "PRIQ_CONS", PriqCons.OFFSET, "6.3.98", PriqCons.class),
                    rw(VATOS, "VATOS_CTRL", AtosCtrl.VATOS_OFFSET, "6.3.99", AtosCtrl.class),
                    rw(VATOS, "VATOS_SID", AtosSid.VATOS_OFFSET, "6.3.100", AtosSid.class),
                    rw(VATOS, "VATOS_ADDR", AtosAddr.VATOS_OFFSET, "6.3.101", AtosAddr.class),
                    ro(VATOS, "VATOS_PAR", AtosPar.VATOS_OFFSET, "6.3.102", AtosPar.class),
                    row(
                            rw(
                                    CMDQ_CONTROL,
                                    "ECMDQ_BASEn",
                                    EcmdqBase.OFFSET,
                                    "6.3.107",
                                    EcmdqBase.class),
                            EcmdqBase.STRIDE,
                            EcmdqBase.COUNT),
                    row(
                            rw(
                                    CMDQ_CONTROL,
                                    "ECMDQ_PRODn",
                                    EcmdqProd.OFFSET,
                                    "6.3.108",
                                    EcmdqProd.class),
                            EcmdqProd.STRIDE,
                            EcmdqProd.COUNT),
                    row(
                            rw(
                                    CMDQ_CONTROL,
                                    "ECMDQ_CONSn",
                                    EcmdqCons.OFFSET,
                                    "6.3.109",
                                    EcmdqCons.class),
                            EcmdqCons.STRIDE,
                            EcmdqCons.COUNT));

    private Registers() {}

    /// The register that a byte belongs to; empty where the page has none.
    ///
    /// @param offset in bytes, counted as [Register#offset()] is
    public static Optional<Register> at(Page page, int offset) {
        for (Register register : ALL) {
            if (register.page() == page && register.covers(offset)) {
                return Optional.of(register);
            }
        }
        return Optional.empty();
    }

    private static Register ro(
            Page page, String name, int offset, String section, Class<?> layout) {
        return one(page, name, offset, Access.READ_ONLY, section, layout);
    }

    private static Register rw(
            Page page, String name, int offset, String section, Class<?> layout) {
        return one(page, name, offset, Access.READ_WRITE, section, layout);
    }

    private static Register one(
            Page page, String name, int offset, Access access, String section, Class<?> layout) {
        int width = Register64.class.isAssignableFrom(layout) ? Long.SIZE : Integer.SIZE;
        return new Register(
                name, page, offset, width, access, section, layout, width / Byte.SIZE, 1);
    }

    private static Register row(Register first, int stride, int count) {
        return new Register(
                first.name(),
                first.page(),
                first.offset(),
                first.width(),
                first.access(),
                first.section(),
                first.layout(),
                stride,
                count);
    }
}
