package org.vinculum.itests.linux.fault;

import org.vinculum.live.ForwardedSmmu;
import org.vinculum.live.GuestSmmu;
import org.vinculum.memory.Ram;
import org.vinculum.smmu.spec.command.TlbiNhAsid;
import org.vinculum.smmu.spec.register.CmdqProd;

/// Keeps commands from an SMMU until its driver has complained, from the first address space on that it was to forget: no
/// device has used one before.
final class Silence implements Fault {
    private static final String COMPLAINT = "CMD_SYNC timeout";
    private static final long NOTHING = -1;

    private final StringBuilder printed = new StringBuilder();
    private volatile boolean complained;

    @Override
    public void printed(String text) {
        if (!complained) {
            printed.append(text);
            complained = printed.indexOf(COMPLAINT) >= 0;
        }
    }

    @Override
    public GuestSmmu smmu(GuestSmmu right, Ram memory) {
        return new Silent(right, memory);
    }

    private final class Silent extends ForwardedSmmu {
        private final HandedOver commands;
        private boolean silent;
        private long held = NOTHING;

        Silent(GuestSmmu right, Ram memory) {
            super(right);
            commands = new HandedOver(right, memory);
        }

        @Override
        public void write(long offset, int width, long value) {
            if (offset != CmdqProd.OFFSET) {
                super.write(offset, width, value);
                return;
            }
            commands.visit((int) value, this::look);
            held = value;
            handOver();
        }

        private void look(long command) {
            silent |= commands.opcode(command) == TlbiNhAsid.NUMBER;
        }

        private void handOver() {
            if (held != NOTHING && (complained || !silent)) {
                super.write(CmdqProd.OFFSET, Integer.BYTES, held);
                held = NOTHING;
            }
        }

        @Override
        public long read(long offset, int width) {
            return offset == CmdqProd.OFFSET && held != NOTHING ? held : super.read(offset, width);
        }

        @Override
        public boolean work(int budget) {
            handOver();
            return super.work(budget);
        }
    }
}
