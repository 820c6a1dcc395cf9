package org.vinculum.smmu.register;

import org.vinculum.smmu.control.Control;
import org.vinculum.smmu.control.CurrentControl;
import org.vinculum.smmu.profile.Identification;
import org.vinculum.smmu.spec.register.Cr2;
import org.vinculum.smmu.spec.register.Gbpa;
import org.vinculum.smmu.spec.register.StrtabBase;
import org.vinculum.smmu.spec.register.StrtabBaseCfg;

/// The registers that transactions depend on, and the one value that they see of them (IHI 0070, 6.3.12, 6.3.14, 6.3.24,
/// 6.3.25).
public final class TableControl {
    /// GBPA after reset: shareability as it comes in, and no abort.
    static final int RESET_GBPA = (int) Gbpa.SHCFG.of(1);

    private final Identification identification;
    private final GlobalControl control;
    private final CurrentControl current;
    private final StoredCell cr2;
    private final StoredCell configuration;
    private final WideRegister base;
    private int gbpa = RESET_GBPA;

    public TableControl(
            Identification identification, GlobalControl control, CurrentControl current) {
        this.identification = identification;
        this.control = control;
        this.current = current;
        long modes = Cr2.RECINVSID.mask() | (identification.hyp() ? Cr2.E2H.mask() : 0);
        cr2 = new StoredCell(modes, control::translating);
        base = new WideRegister(baseBits(identification), control::translating);
        configuration = new StoredCell(configurationBits(identification), control::translating);
    }

    private static long baseBits(Identification identification) {
        return StrtabBase.ADDR.mask() & identification.outputMask() | StrtabBase.RA.mask();
    }

    private static long configurationBits(Identification identification) {
        long linear = StrtabBaseCfg.LOG2SIZE.mask();
        return identification.twoLevelStreamTable()
                ? linear | StrtabBaseCfg.SPLIT.mask() | StrtabBaseCfg.FMT.mask()
                : linear;
    }

    void place(RegisterFile file) {
        file.place(Cr2.OFFSET, cr2);
        file.place(StrtabBase.OFFSET, base);
        file.place(StrtabBaseCfg.OFFSET, configuration);
        file.place(Gbpa.OFFSET, new Port(() -> gbpa, this::writeGbpa));
    }

    /// Only a write that sets UPDATE has an effect, and that is done at once.
    private void writeGbpa(int written) {
        if (Gbpa.UPDATE.isSet(written)) {
            gbpa = written & (int) gbpaBits();
            publish();
        }
    }

    private static long gbpaBits() {
        return Gbpa.MEM_ATTR.mask()
                | Gbpa.MTCFG.mask()
                | Gbpa.ALLOCCFG.mask()
                | Gbpa.SHCFG.mask()
                | Gbpa.PRIVCFG.mask()
                | Gbpa.INSTCFG.mask()
                | Gbpa.ABORT.mask();
    }

    /// CR2.E2H.
    public boolean e2h() {
        return Cr2.E2H.isSet(cr2.read());
    }

    /// Shows transactions what the registers say now.
    public void publish() {
        int log2Size =
                Math.min(
                        StrtabBaseCfg.LOG2SIZE.get(configuration.read()), identification.sidSize());
        int split = split();
        current.set(
                new Control(
                        control.translating(),
                        control.checksTranslated(),
                        e2h(),
                        Cr2.RECINVSID.isSet(cr2.read()),
                        false,
                        table(log2Size, split),
                        log2Size,
                        split,
                        gbpa));
    }

    /// 0 of a linear table. Reserved values count as 6, reserved formats as linear.
    private int split() {
        if (StrtabBaseCfg.FMT.get(configuration.read()) != 1) {
            return 0;
        }
        int split = StrtabBaseCfg.SPLIT.get(configuration.read());
        return split == 8 || split == 10 ? split : 6;
    }

    /// Aligned to the size of the table, or of its first level.
    private long table(int log2Size, int split) {
        int bytesShift = split == 0 ? 6 + log2Size : Math.max(6, 3 + log2Size - split);
        return StrtabBase.ADDR.inPlace(base.value()) & -1L << bytesShift;
    }
}
