package org.vinculum.itests.linux.fault;

import org.vinculum.live.ForwardedSmmu;
import org.vinculum.live.GuestSmmu;
import org.vinculum.memory.Ram;
import org.vinculum.smmu.spec.command.TlbiNhAsid;
import org.vinculum.smmu.spec.register.CmdqProd;

/// Makes one command illegal on its way from the guest to its SMMU.
///
/// A driver that skips a command goes on as if it had been done, so it is one that nobody misses: the driver has the SMMU
/// forget an address space when the guest's first test takes the devices, and no device has used one before.
final class IllegalCommand implements Fault {
    /// No command has this opcode (IHI 0070, 4.1.1).
    private static final long ILLEGAL = 0xff;

    private final int opcode;
    private boolean givenUp;
    private boolean done;

    /// @param opcode of the command that goes: CMD_TLBI_NH_ASID, or the CMD_SYNC behind it
    IllegalCommand(int opcode) {
        this.opcode = opcode;
    }

    @Override
    public GuestSmmu smmu(GuestSmmu right, Ram memory) {
        HandedOver commands = new HandedOver(right, memory);
        return new ForwardedSmmu(right) {
            @Override
            public void write(long offset, int width, long value) {
                if (offset == CmdqProd.OFFSET && !done) {
                    commands.visit((int) value, command -> spoil(commands, command));
                }
                super.write(offset, width, value);
            }
        };
    }

    private void spoil(HandedOver commands, long command) {
        int found = commands.opcode(command);
        givenUp |= found == TlbiNhAsid.NUMBER;
        if (givenUp && !done && found == opcode) {
            done = true;
            commands.memory().setLong(command, ILLEGAL);
        }
    }
}
