package org.vinculum.smmu.profile;

import java.util.ArrayList;
import java.util.List;
import org.vinculum.iommu.SmmuProfile;

/// All profiles that we bring along.
public final class Profiles {
    private Profiles() {}

    /// In the order in which `vinculum models` lists them.
    public static List<SmmuProfile> all() {
        List<SmmuProfile> all = new ArrayList<>();
        all.addAll(GenericProfiles.all());
        all.addAll(ArmProfiles.all());
        all.addAll(OtherProfiles.all());
        return List.copyOf(all);
    }
}
