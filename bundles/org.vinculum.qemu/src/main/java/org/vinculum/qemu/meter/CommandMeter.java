package org.vinculum.qemu.meter;

import java.util.List;
import org.vinculum.live.Count;
import org.vinculum.live.GuestSmmu;
import org.vinculum.memory.Ram;
import org.vinculum.smmu.spec.command.Command;
import org.vinculum.smmu.spec.queue.Ring;
import org.vinculum.smmu.spec.register.CmdqBase;
import org.vinculum.smmu.spec.register.CmdqCons;
import org.vinculum.smmu.spec.register.Idr1;

/// Counts the commands that an SMMU has passed, by opcode: reads the entries behind CMDQ_CONS, once, before the guest hears that
/// it may use them again. Enhanced command queues are not counted.
final class CommandMeter {
    private static final int OPCODES = 256;

    private final GuestSmmu smmu;
    private final Ram memory;
    private final int highestLog2;
    private final long[] passed = new long[OPCODES];
    private Ring ring;
    private int counted;

    CommandMeter(GuestSmmu smmu, Ram memory) {
        this.smmu = smmu;
        this.memory = memory;
        this.highestLog2 = new Idr1((int) smmu.read(Idr1.OFFSET, Integer.BYTES)).get(Idr1.CMDQS);
        follow();
    }

    /// To be called after each write of registers.
    ///
    /// @param offset of the first byte
    void written(long offset, int width) {
        if (covers(CmdqBase.OFFSET, Long.BYTES, offset, width)
                || covers(CmdqCons.OFFSET, Integer.BYTES, offset, width)) {
            follow();
        } else {
            count();
        }
    }

    private static boolean covers(int register, int size, long offset, int width) {
        return offset < register + size && register < offset + width;
    }

    /// Software may have given the queue another place or index.
    private void follow() {
        ring = Ring.of(smmu.read(CmdqBase.OFFSET, Long.BYTES), highestLog2, Command.SIZE);
        counted = consumer();
    }

    private int consumer() {
        return ring.position((int) smmu.read(CmdqCons.OFFSET, Integer.BYTES));
    }

    /// To be called after work. What is new is no more than the SMMU was allowed to do.
    void count() {
        int consumer = consumer();
        for (int left = ring.size(); counted != consumer && left > 0; left--) {
            long entry = ring.entry(counted);
            if (memory.holds(entry, Command.SIZE)) {
                long word = memory.getLong(entry - memory.start());
                passed[(int) Command.OPCODE.get(word)]++;
            }
            counted = ring.next(counted);
        }
        counted = consumer;
    }

    /// Adds a line for each opcode that was there.
    void report(List<Count> counts) {
        for (int opcode = 0; opcode < OPCODES; opcode++) {
            if (passed[opcode] > 0) {
                counts.add(new Count("commands " + CommandNames.of(opcode), passed[opcode]));
            }
        }
    }
}
