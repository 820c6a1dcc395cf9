package org.vinculum.tck.smmu;

import org.vinculum.tck.TestMachine;

/// Stage 1 of one stream with one page mapped (IHI 0070, 5.2, 5.4; VMSAv8-64, 4 KiB, 39 bits of address): three levels of tables.
public final class Stage1Page {
    /// The address of the page.
    public static final long INPUT = 0x12_3456_7000L;

    /// What it is translated to.
    public static final long OUTPUT = TestMachine.RAM + 0x1f_0000;

    private static final long CONTEXT = TestMachine.RAM + 0x4_0000;
    private static final long LEVEL_1 = TestMachine.RAM + 0x10_0000;
    private static final long LEVEL_2 = TestMachine.RAM + 0x10_1000;
    private static final long LEVEL_3 = TestMachine.RAM + 0x10_2000;
    private static final long STREAM = 0b1011;

    private final TestMachine machine;

    /// @param stalls whether faults have to stall (IDR0.STALL_MODEL 2)
    public Stage1Page(TestMachine machine, boolean stalls) {
        this.machine = machine;
        long flags = 1L << 30 | 1L << 31 | 1L << 41 | 1L << 45 | 1L << 46 | 1L << 47 | 1L << 48;
        machine.put(CONTEXT, 25 | flags | (stalls ? 1L << 44 : 0), LEVEL_1, 0, 0xff, 0, 0, 0, 0);
        machine.put(LEVEL_1 + (INPUT >>> 30 & 511) * 8, LEVEL_2 | 3);
        machine.put(LEVEL_2 + (INPUT >>> 21 & 511) * 8, LEVEL_3 | 3);
    }

    public Stage1Page map() {
        machine.put(LEVEL_3 + (INPUT >>> 12 & 511) * 8, OUTPUT | 0x743);
        return this;
    }

    public void unmap() {
        machine.put(LEVEL_3 + (INPUT >>> 12 & 511) * 8, 0);
    }

    /// The first word of the stream's entry: stage 1 alone.
    public long streamWord() {
        return STREAM | CONTEXT;
    }
}
