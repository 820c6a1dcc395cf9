package org.vinculum.smmu.register;

import org.vinculum.smmu.command.CommandQueues;
import org.vinculum.smmu.spec.register.Cr1;

/// CR1: how the SMMU accesses tables and queues, each guarded by what uses it (IHI 0070, 6.3.11). Software reads back what it
/// wrote; memory has no caches here that it could choose.
final class MemoryAttributes implements Cell {
    private static final int TABLES =
            (int) (Cr1.TABLE_SH.mask() | Cr1.TABLE_OC.mask() | Cr1.TABLE_IC.mask());
    private static final int QUEUES =
            (int) (Cr1.QUEUE_SH.mask() | Cr1.QUEUE_OC.mask() | Cr1.QUEUE_IC.mask());

    private final GlobalControl control;
    private final CommandQueues commands;
    private int value;

    MemoryAttributes(GlobalControl control, CommandQueues commands) {
        this.control = control;
        this.commands = commands;
    }

    @Override
    public int read() {
        return value;
    }

    @Override
    public void write(int written) {
        int open =
                (control.translating() ? 0 : TABLES)
                        | (control.anyQueue() || commands.anyEnhancedEnabled() ? 0 : QUEUES);
        value = value & ~open | written & open;
    }
}
