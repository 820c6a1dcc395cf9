package org.vinculum.smmu.translation;

import org.vinculum.iommu.Access;
import org.vinculum.smmu.table.Overrides;
import org.vinculum.smmu.walk.Leaf;
import org.vinculum.smmu.walk.Permissions;

/// What the answer to a translation request lets a device do (IHI 0070, 13.7.1).
final class GrantedPermissions {
    private GrantedPermissions() {}

    /// @param access what the device asks for, before overrides
    /// @return bits of [Access]: what the page permits of it; reading is always asked for, and no execution goes without
    static int of(long leaf, Overrides overrides, int access) {
        boolean privileged = (overrides.apply(access) & Access.PRIVILEGED) != 0;
        int page = Permissions.asAccess(Leaf.permissions(leaf), privileged);
        boolean executable = (page & Permissions.EXECUTE) != 0;
        boolean readable =
                overrides.readsAreFetches() ? executable : (page & Permissions.READ) != 0;
        boolean fetchable = readable && (overrides.readsAreData() || executable);
        return (readable ? Access.READ : 0)
                | page & access & Access.WRITE
                | (fetchable ? access & Access.INSTRUCTION : 0);
    }
}
