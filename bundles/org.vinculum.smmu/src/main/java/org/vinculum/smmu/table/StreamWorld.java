package org.vinculum.smmu.table;

/// The exception level whose tables a stream uses (IHI 0070, 3.3.3): what its translations are tagged with and whether
/// privilege matters.
public enum StreamWorld {
    /// NS-EL1: tagged with VMID and ASID.
    EL1,
    /// NS-EL2: one table, no tags, everything privileged.
    EL2,
    /// NS-EL2-E2H: tagged with ASID.
    EL2_E2H;

    /// Whether there are unprivileged accesses, two tables and ASIDs.
    public boolean twoPrivileges() {
        return this != EL2;
    }
}
