package org.vinculum.smmu;

import java.util.ArrayList;
import java.util.Hashtable;
import java.util.List;
import org.osgi.annotation.bundle.Capability;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.vinculum.iommu.SmmuProfile;
import org.vinculum.smmu.profile.Profiles;

/// Offers each of our profiles as a service of its own, as a vendor offers his.
@Component(
        name = "org.vinculum.smmu.profiles",
        service = {},
        immediate = true)
@Capability(
        namespace = "osgi.service",
        attribute = {"objectClass:List<String>=\"org.vinculum.iommu.SmmuProfile\""})
public final class BundledProfiles {
    private final List<ServiceRegistration<SmmuProfile>> registered = new ArrayList<>();

    @Activate
    public BundledProfiles(BundleContext context) {
        for (SmmuProfile profile : Profiles.all()) {
            var properties = new Hashtable<String, Object>();
            properties.put("name", profile.name());
            registered.add(context.registerService(SmmuProfile.class, profile, properties));
        }
    }

    @Deactivate
    void stop() {
        registered.forEach(ServiceRegistration::unregister);
    }
}
