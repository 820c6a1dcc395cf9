package org.vinculum.smmu.walk;

import static org.vinculum.smmu.spec.Bits.bit;
import static org.vinculum.smmu.spec.Bits.bits;

import org.vinculum.smmu.spec.Bits;

/// What a stage 2 page permits: S2AP and XN (VMSAv8-64, stage 2 access permissions).
final class Stage2Permissions {
    static final Bits READABLE = bit(6);
    static final Bits WRITABLE = bit(7);
    private static final Bits EXECUTE_NEVER = bits(54, 53);

    private static final int FOR_UNPRIVILEGED_ONLY = 1;
    private static final int FOR_NOBODY = 2;
    private static final int FOR_PRIVILEGED_ONLY = 3;
    private static final int BOTH_BITS_MATTER = 3;

    private Stage2Permissions() {}

    /// @param byPrivilege whether XN is of two bits; else its lower bit is ignored
    static int of(long descriptor, boolean byPrivilege) {
        int data = READABLE.isSet(descriptor) ? Permissions.READ : 0;
        data |= WRITABLE.isSet(descriptor) ? Permissions.WRITE : 0;
        int execution = executable((int) EXECUTE_NEVER.get(descriptor), byPrivilege);
        return Permissions.forBoth(data) | execution;
    }

    private static int executable(int never, boolean byPrivilege) {
        return switch (never & (byPrivilege ? BOTH_BITS_MATTER : FOR_NOBODY)) {
            case FOR_UNPRIVILEGED_ONLY -> Permissions.EXECUTE;
            case FOR_NOBODY -> 0;
            case FOR_PRIVILEGED_ONLY -> Permissions.EXECUTE << Permissions.PRIVILEGED;
            default -> Permissions.forBoth(Permissions.EXECUTE);
        };
    }
}
