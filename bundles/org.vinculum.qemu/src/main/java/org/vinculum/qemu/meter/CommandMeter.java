package org.vinculum.qemu.meter;

import java.util.List;
import org.vinculum.live.Count;
import org.vinculum.live.GuestSmmu;
import org.vinculum.memory.Ram;
import org.vinculum.smmu.spec.command.Command;
import org.vinculum.smmu.spec.queue.Ring;
import org.vinculum.smmu.spec.register.CmdqBase;
import org.vinculum.smmu.spec.register.CmdqCons;
import org.vinculum.smmu.spec.register.CmdqProd;
import org.vinculum.smmu.spec.register.Cr0;
import org.vinculum.smmu.spec.register.Idr1;

/// Counts the commands that an SMMU has passed, by opcode. Enhanced command queues are not counted.
///
/// Reads every entry once, after the guest has handed it over and before the SMMU looks at it: the message of a CMD_SYNC that is
/// done may go to the entry itself, as Linux has it, and a guest that sees CMDQ_CONS writes there again.
final class CommandMeter {
    private static final int OPCODES = 256;

    /// In place of an opcode, for an entry outside memory.
    private static final short NONE = OPCODES;

    private final GuestSmmu smmu;
    private final Ram memory;
    private final int highestLog2;
    private final long[] passed = new long[OPCODES + 1];
    private Ring ring;

    /// One for each entry of the ring.
    private short[] opcodes;

    /// Where the SMMU was last.
    private int counted;

    /// Up to where entries have been read.
    private int fetched;

    CommandMeter(GuestSmmu smmu, Ram memory) {
        this.smmu = smmu;
        this.memory = memory;
        this.highestLog2 = new Idr1((int) smmu.read(Idr1.OFFSET, Integer.BYTES)).get(Idr1.CMDQS);
        follow();
    }

    /// To be called before each write of registers.
    void writing(long offset, long value) {
        if (offset == Cr0.OFFSET) {
            // While its queue was off the guest may have written to all of it.
            fetched = counted;
        }
        if (offset == CmdqProd.OFFSET) {
            fetch(ring.position((int) value));
        } else {
            fetch();
        }
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
        if (opcodes == null || opcodes.length != ring.size()) {
            opcodes = new short[ring.size()];
        }
        counted = consumer();
        fetched = counted;
    }

    private int consumer() {
        return ring.position((int) smmu.read(CmdqCons.OFFSET, Integer.BYTES));
    }

    /// To be called before work.
    void fetch() {
        fetch(ring.position((int) smmu.read(CmdqProd.OFFSET, Integer.BYTES)));
    }

    private void fetch(int producer) {
        int waiting = ring.filled(producer, counted);
        if (ring.filled(fetched, counted) > waiting) {
            fetched = counted;
        }
        int left = Math.min(waiting, ring.size()) - ring.filled(fetched, counted);
        for (; left > 0; left--) {
            opcodes[slot(fetched)] = opcode(ring.entry(fetched));
            fetched = ring.next(fetched);
        }
    }

    private int slot(int position) {
        return position & ring.size() - 1;
    }

    private short opcode(long entry) {
        return memory.holds(entry, Command.SIZE)
                ? (short) Command.OPCODE.get(memory.getLong(entry - memory.start()))
                : NONE;
    }

    /// To be called after work. What is new is no more than the SMMU was allowed to do.
    void count() {
        int consumer = consumer();
        while (counted != consumer && counted != fetched) {
            passed[opcodes[slot(counted)]]++;
            counted = ring.next(counted);
        }
        counted = consumer;
        if (ring.filled(fetched, counted) > ring.size()) {
            fetched = counted;
        }
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
