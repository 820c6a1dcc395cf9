package org.vinculum.smmu.walk;

import static org.vinculum.smmu.spec.Bits.bit;

import org.vinculum.smmu.spec.Bits;
import org.vinculum.smmu.table.Stage1;

/// What a stage 1 page permits: AP, UXN and PXN, what the tables above it take away, WXN and PAN (VMSAv8-64, stage 1 access
/// permissions; IHI 0070, 13.4.1).
final class Stage1Permissions {
    static final Bits READ_ONLY = bit(7);
    private static final Bits UNPRIVILEGED_DATA = bit(6);
    private static final Bits PRIVILEGED_EXECUTE_NEVER = bit(53);
    private static final Bits EXECUTE_NEVER = bit(54);

    /// Of a table descriptor: what holds for everything below it.
    static final Bits TABLE_LIMITS = Bits.bits(62, 59);

    private static final int TABLE_PXN = 1;
    private static final int TABLE_XN = 1 << 1;
    private static final int TABLE_NO_UNPRIVILEGED = 1 << 2;
    private static final int TABLE_READ_ONLY = 1 << 3;

    private static final int PRIVILEGED_DATA_BITS =
            (Permissions.READ | Permissions.WRITE) << Permissions.PRIVILEGED;
    private static final int UNPRIVILEGED_DATA_BITS = Permissions.READ | Permissions.WRITE;

    private Stage1Permissions() {}

    /// @param limits [#TABLE_LIMITS] of all tables above, together
    /// @param writable whether AP lets write, or would after an update of dirty state
    static int of(long descriptor, int limits, boolean writable, Stage1 stage1) {
        boolean write = writable && (limits & TABLE_READ_ONLY) == 0;
        int data = Permissions.READ | (write ? Permissions.WRITE : 0);
        return stage1.world().twoPrivileges()
                ? twoPrivileges(descriptor, limits, data, stage1)
                : onePrivilege(descriptor, limits, data, stage1);
    }

    private static int onePrivilege(long descriptor, int limits, int data, Stage1 stage1) {
        boolean never =
                EXECUTE_NEVER.isSet(descriptor)
                        || (limits & TABLE_XN) != 0
                        || stage1.writeExecuteNever() && (data & Permissions.WRITE) != 0;
        return Permissions.forBoth(data | (never ? 0 : Permissions.EXECUTE));
    }

    private static int twoPrivileges(long descriptor, int limits, int data, Stage1 stage1) {
        boolean open = UNPRIVILEGED_DATA.isSet(descriptor) && (limits & TABLE_NO_UNPRIVILEGED) == 0;
        int permissions = data << Permissions.PRIVILEGED | (open ? data : 0);
        permissions |= execution(descriptor, limits, permissions, stage1);
        boolean hidden =
                stage1.privilegedAccessNever() && (permissions & UNPRIVILEGED_DATA_BITS) != 0;
        return hidden ? permissions & ~PRIVILEGED_DATA_BITS : permissions;
    }

    /// What unprivileged accesses may write, privileged ones never execute.
    private static int execution(long descriptor, int limits, int data, Stage1 stage1) {
        boolean unprivilegedWrite = (data & Permissions.WRITE) != 0;
        boolean privilegedWrite = (data & Permissions.WRITE << Permissions.PRIVILEGED) != 0;
        boolean unprivileged =
                !EXECUTE_NEVER.isSet(descriptor)
                        && (limits & TABLE_XN) == 0
                        && !(stage1.writeExecuteNever() && unprivilegedWrite);
        boolean privileged =
                !PRIVILEGED_EXECUTE_NEVER.isSet(descriptor)
                        && (limits & TABLE_PXN) == 0
                        && !unprivilegedWrite
                        && !(stage1.writeExecuteNever() && privilegedWrite);
        return (unprivileged ? Permissions.EXECUTE : 0)
                | (privileged ? Permissions.EXECUTE << Permissions.PRIVILEGED : 0);
    }
}
