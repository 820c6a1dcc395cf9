package org.vinculum.viommu.register;

import java.util.SortedMap;
import org.vinculum.smmu.spec.Bits;
import org.vinculum.smmu.spec.register.Gerror;

/// GERROR and GERRORN (IHI 0070, 7.5): an error is active while its bits differ.
public final class GlobalErrors {
    /// The errors that a virtual SMMU can find.
    static final int KNOWN =
            (int)
                    (Gerror.CMDQ_ERR.mask()
                            | Gerror.EVENTQ_ABT_ERR.mask()
                            | Gerror.PRIQ_ABT_ERR.mask()
                            | Gerror.MSI_CMDQ_ABT_ERR.mask()
                            | Gerror.MSI_EVENTQ_ABT_ERR.mask()
                            | Gerror.MSI_PRIQ_ABT_ERR.mask()
                            | Gerror.MSI_GERROR_ABT_ERR.mask()
                            | Gerror.SFM_ERR.mask());

    private final RegisterPage page;
    private Runnable signal = () -> {};

    GlobalErrors(RegisterPage page) {
        this.page = page;
    }

    /// To be called once, before the first error.
    void signalledBy(Runnable interrupt) {
        signal = interrupt;
    }

    public boolean active(Bits error) {
        return error.isSet(page.get(Gerror.OFFSET) ^ page.get(Gerror.ACK_OFFSET));
    }

    /// Makes an error active; one that is already is not toggled again. That the message of an error could not be written
    /// is not told with another one.
    public void activate(Bits error) {
        if (active(error)) {
            return;
        }
        page.set(Gerror.OFFSET, page.get(Gerror.OFFSET) ^ (int) error.mask());
        if (!error.equals(Gerror.MSI_GERROR_ABT_ERR)) {
            signal.run();
        }
    }

    /// Both registers from a saved state, without a signal.
    void restore(SortedMap<String, Long> registers) {
        page.set(Gerror.OFFSET, registers.getOrDefault("GERROR", 0L).intValue() & KNOWN);
        page.set(Gerror.ACK_OFFSET, registers.getOrDefault("GERRORN", 0L).intValue() & KNOWN);
    }
}
