package org.vinculum.smmu.spec.register;

/// The pages of registers that a non-secure observer knows (IHI 0070, 6.1), 64 KB each.
public enum Page {
    PAGE_0,
    PAGE_1,
    /// At `0x20000 + IDR2.BA_VATOS * 64 KB`.
    VATOS,
    /// At what CMDQ_CONTROL_PAGE_BASEn.ADDR says.
    CMDQ_CONTROL;

    /// Bytes of a page.
    public static final int SIZE = 0x10000;
}
