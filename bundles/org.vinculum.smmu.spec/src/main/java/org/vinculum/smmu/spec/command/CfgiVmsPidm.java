package org.vinculum.smmu.spec.command;

import static org.vinculum.smmu.spec.Bits.bits;

import org.vinculum.smmu.spec.Bits;
import org.vinculum.smmu.spec.Words;

/// Forget the PARTID_MAP of a virtual machine (4.3.5).
///
/// @param vmid 16 bits
public record CfgiVmsPidm(int vmid) implements Command {
    public static final int NUMBER = 0x07;

    public static final Bits VMID = bits(47, 32);

    static CfgiVmsPidm from(long word0) {
        return new CfgiVmsPidm((int) VMID.get(word0));
    }

    @Override
    public int opcode() {
        return NUMBER;
    }

    @Override
    public Words encode() {
        return Words.of(OPCODE.of(NUMBER) | VMID.of(vmid), 0);
    }
}
