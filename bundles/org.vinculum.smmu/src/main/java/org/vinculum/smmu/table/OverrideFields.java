package org.vinculum.smmu.table;

import org.vinculum.smmu.profile.Identification;
import org.vinculum.smmu.spec.register.Gbpa;
import org.vinculum.smmu.spec.table.StreamTableEntry;

/// Reads [Overrides] where they are configured, as far as the implementation has them (IDR1.ATTR_PERMS_OVR,
/// ATTR_TYPES_OVR).
public final class OverrideFields {
    private static final int AS_INCOMING = 0;
    private static final int SHAREABILITY_AS_INCOMING = 1;

    private OverrideFields() {}

    static Overrides of(StreamTableEntry entry, Identification identification) {
        boolean type = entry.has(StreamTableEntry.MTCFG);
        return limited(
                new Overrides(
                        entry.get(StreamTableEntry.PRIVCFG),
                        entry.get(StreamTableEntry.INSTCFG),
                        type ? entry.get(StreamTableEntry.MEM_ATTR) : -1,
                        entry.get(StreamTableEntry.ALLOCCFG),
                        entry.get(StreamTableEntry.SHCFG)),
                identification);
    }

    /// Those of SMMU_GBPA.
    public static Overrides of(int gbpa, Identification identification) {
        return limited(
                new Overrides(
                        Gbpa.PRIVCFG.get(gbpa),
                        Gbpa.INSTCFG.get(gbpa),
                        Gbpa.MTCFG.isSet(gbpa) ? Gbpa.MEM_ATTR.get(gbpa) : -1,
                        Gbpa.ALLOCCFG.get(gbpa),
                        Gbpa.SHCFG.get(gbpa)),
                identification);
    }

    private static Overrides limited(Overrides configured, Identification identification) {
        boolean permissions = identification.attrPermsOvr();
        boolean types = identification.attrTypesOvr();
        return new Overrides(
                permissions ? configured.privilege() : AS_INCOMING,
                permissions ? configured.instruction() : AS_INCOMING,
                types ? configured.memoryType() : -1,
                types ? configured.allocation() : AS_INCOMING,
                types ? configured.shareability() : SHAREABILITY_AS_INCOMING);
    }
}
