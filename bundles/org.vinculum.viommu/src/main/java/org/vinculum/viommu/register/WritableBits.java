package org.vinculum.viommu.register;

import java.util.Arrays;
import org.vinculum.smmu.spec.register.CmdqBase;
import org.vinculum.smmu.spec.register.CmdqCons;
import org.vinculum.smmu.spec.register.CmdqProd;
import org.vinculum.smmu.spec.register.Cr1;
import org.vinculum.smmu.spec.register.Cr2;
import org.vinculum.smmu.spec.register.EventqBase;
import org.vinculum.smmu.spec.register.EventqCons;
import org.vinculum.smmu.spec.register.EventqProd;
import org.vinculum.smmu.spec.register.IrqCfg0;
import org.vinculum.smmu.spec.register.IrqCfg1;
import org.vinculum.smmu.spec.register.IrqCfg2;
import org.vinculum.smmu.spec.register.PriqBase;
import org.vinculum.smmu.spec.register.PriqCons;
import org.vinculum.smmu.spec.register.PriqIrqCfg2;
import org.vinculum.smmu.spec.register.PriqProd;
import org.vinculum.smmu.spec.register.StrtabBase;
import org.vinculum.smmu.spec.register.StrtabBaseCfg;
import org.vinculum.viommu.identification.Shown;

/// Which bits of the registers that merely keep what is written can be written, and when. The other bits are RES0.
final class WritableBits {
    private static final Rule[] NONE = {};
    private static final long LEVELS = StrtabBaseCfg.SPLIT.mask() | StrtabBaseCfg.FMT.mask();

    private record Rule(int bits, Guard guard) {}

    private final Rule[][] rules = new Rule[RegisterPage.COUNT][];

    /// @param shown what it does not have has no register
    WritableBits(Shown shown) {
        Arrays.fill(rules, NONE);
        tables(shown);
        queues(shown);
        if (shown.msi()) {
            messages(shown);
        }
        if (shown.pri()) {
            pageRequests(shown);
        }
    }

    private void tables(Shown shown) {
        allow(
                Cr1.OFFSET,
                Cr1.TABLE_SH.mask() | Cr1.TABLE_OC.mask() | Cr1.TABLE_IC.mask(),
                Guard.TRANSLATION);
        allow(
                Cr1.OFFSET,
                Cr1.QUEUE_SH.mask() | Cr1.QUEUE_OC.mask() | Cr1.QUEUE_IC.mask(),
                Guard.ANY_QUEUE);
        allow(Cr2.OFFSET, Cr2.RECINVSID.mask(), Guard.TRANSLATION);
        allowLong(
                StrtabBase.OFFSET,
                StrtabBase.RA.mask() | StrtabBase.ADDR.mask() & shown.outputMask(),
                Guard.TRANSLATION);
        allow(
                StrtabBaseCfg.OFFSET,
                StrtabBaseCfg.LOG2SIZE.mask() | (shown.twoLevelStreamTable() ? LEVELS : 0),
                Guard.TRANSLATION);
    }

    private void queues(Shown shown) {
        allowLong(CmdqBase.OFFSET, base(CmdqBase.RA.mask(), shown), Guard.COMMANDS);
        allow(CmdqProd.OFFSET, CmdqProd.WR.mask(), Guard.OPEN);
        allow(CmdqCons.OFFSET, CmdqCons.RD.mask() | CmdqCons.ERR.mask(), Guard.COMMANDS);
        allowLong(EventqBase.OFFSET, base(EventqBase.WA.mask(), shown), Guard.EVENTS);
        allow(EventqProd.OFFSET, EventqProd.WR.mask() | EventqProd.OVFLG.mask(), Guard.EVENTS);
        allow(EventqCons.OFFSET, EventqCons.RD.mask() | EventqCons.OVACKFLG.mask(), Guard.OPEN);
    }

    private void messages(Shown shown) {
        message(IrqCfg0.GERROR_OFFSET, IrqCfg1.GERROR_OFFSET, shown, Guard.GERROR_INTERRUPT);
        allow(IrqCfg2.GERROR_OFFSET, attributes(), Guard.GERROR_INTERRUPT);
        message(IrqCfg0.EVENTQ_OFFSET, IrqCfg1.EVENTQ_OFFSET, shown, Guard.EVENTQ_INTERRUPT);
        allow(IrqCfg2.EVENTQ_OFFSET, attributes(), Guard.EVENTQ_INTERRUPT);
        if (shown.pri()) {
            message(IrqCfg0.PRIQ_OFFSET, IrqCfg1.PRIQ_OFFSET, shown, Guard.PRIQ_INTERRUPT);
            allow(PriqIrqCfg2.OFFSET, attributes(), Guard.PRIQ_INTERRUPT);
        }
    }

    private void message(int address, int data, Shown shown, Guard guard) {
        allowLong(address, IrqCfg0.ADDR.mask() & shown.outputMask(), guard);
        allow(data, -1, guard);
    }

    private static long attributes() {
        return IrqCfg2.MEM_ATTR.mask() | IrqCfg2.SH.mask();
    }

    private void pageRequests(Shown shown) {
        allowLong(PriqBase.OFFSET, base(PriqBase.WA.mask(), shown), Guard.PAGE_REQUESTS);
        allow(PriqProd.OFFSET, PriqProd.WR.mask() | PriqProd.OVFLG.mask(), Guard.PAGE_REQUESTS);
        allow(PriqCons.OFFSET, PriqCons.RD.mask() | PriqCons.OVACKFLG.mask(), Guard.OPEN);
        allow(PriqIrqCfg2.OFFSET, PriqIrqCfg2.LO.mask(), Guard.PRIQ_INTERRUPT);
    }

    /// The BASE registers of all queues have their fields in the same places.
    private static long base(long allocationHint, Shown shown) {
        return allocationHint
                | EventqBase.LOG2SIZE.mask()
                | EventqBase.ADDR.mask() & shown.outputMask();
    }

    private void allow(int offset, long bits, Guard guard) {
        int index = RegisterPage.index(offset);
        Rule[] longer = Arrays.copyOf(rules[index], rules[index].length + 1);
        longer[longer.length - 1] = new Rule((int) bits, guard);
        rules[index] = longer;
    }

    private void allowLong(int offset, long bits, Guard guard) {
        allow(offset, bits, guard);
        allow(offset + Integer.BYTES, bits >>> Integer.SIZE, guard);
    }

    /// Ones where a register can be written now.
    int open(int offset, RegisterPage page) {
        int open = 0;
        for (Rule rule : rules[RegisterPage.index(offset)]) {
            if (!rule.guard.closed(page)) {
                open |= rule.bits;
            }
        }
        return open;
    }

    /// Ones where a register can be written at all.
    int ever(int offset) {
        int ever = 0;
        for (Rule rule : rules[RegisterPage.index(offset)]) {
            ever |= rule.bits;
        }
        return ever;
    }
}
