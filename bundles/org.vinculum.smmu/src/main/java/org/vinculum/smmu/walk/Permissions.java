package org.vinculum.smmu.walk;

import org.vinculum.iommu.Access;

/// What is permitted to whom, as six bits of an `int`: read, write and execute, for unprivileged and for privileged
/// accesses.
public final class Permissions {
    public static final int READ = 1;
    public static final int WRITE = 1 << 1;
    public static final int EXECUTE = 1 << 2;

    /// Shift of the three bits of privileged accesses.
    public static final int PRIVILEGED = 3;

    public static final int ALL = 0x3f;

    /// A stage 1 table or a context descriptor is read as privileged data (IHI 0070, 13.1.2).
    public static final int TABLE_READ = READ << PRIVILEGED;

    /// A flag in a stage 1 table is set.
    public static final int TABLE_WRITE = WRITE << PRIVILEGED;

    private static final int ANY_WRITE = WRITE | WRITE << PRIVILEGED;

    private Permissions() {}

    /// What an access needs. An instruction fetch needs no permission to read data.
    ///
    /// @param access bits of [Access], after overrides
    public static int needed(int access) {
        int bits;
        if ((access & Access.INSTRUCTION) != 0) {
            bits = EXECUTE;
        } else {
            bits = access & (Access.READ | Access.WRITE);
        }
        return (access & Access.PRIVILEGED) != 0 ? bits << PRIVILEGED : bits;
    }

    /// The same for everybody.
    static int forBoth(int bits) {
        return bits | bits << PRIVILEGED;
    }

    /// Whether an access that needs something is privileged.
    public static boolean isPrivileged(int needed) {
        return needed >= READ << PRIVILEGED;
    }

    static boolean writes(int needed) {
        return (needed & ANY_WRITE) != 0;
    }

    static int withoutWrite(int permissions) {
        return permissions & ~ANY_WRITE;
    }

    /// As bits of [Access], for one who has that privilege.
    public static int asAccess(int permissions, boolean privileged) {
        int bits = privileged ? permissions >>> PRIVILEGED : permissions;
        return bits & (READ | WRITE | EXECUTE);
    }
}
