package org.vinculum.guest.workload;

import java.util.SplittableRandom;
import org.vinculum.smmu.spec.command.Command;

/// First words of commands, most of them with an opcode that the architecture knows.
final class RandomCommands {
    private static final int[] OPCODES = {
        0x01, 0x02, 0x03, 0x04, 0x05, 0x06, 0x10, 0x11, 0x12, 0x13, 0x28, 0x2a, 0x30, 0x40, 0x41,
        0x44, 0x45, 0x46, 0x46, 0x12, 0x12
    };
    private static final int OTHERS = 16;
    private static final int STREAMS = 4;
    private static final long LOW_WORD = 0xffff_ffffL;

    private RandomCommands() {}

    /// Streams are few, so that some are the guest's own.
    static long word0(SplittableRandom random) {
        long low = random.nextLong() & LOW_WORD;
        long stream = random.nextLong(STREAMS) << Integer.SIZE;
        if (random.nextInt(OTHERS) == 0) {
            return low | stream;
        }
        int opcode = OPCODES[random.nextInt(OPCODES.length)];
        return Command.SSEC.in(Command.OPCODE.in(low, opcode), 0) | stream;
    }
}
