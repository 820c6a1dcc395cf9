package org.vinculum.smmu;

import static org.osgi.service.component.annotations.ReferenceCardinality.MULTIPLE;
import static org.osgi.service.component.annotations.ReferencePolicy.DYNAMIC;

import java.util.Hashtable;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.annotation.bundle.Capability;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.ServiceRegistration;
import org.osgi.framework.Version;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.vinculum.iommu.CacheSizes;
import org.vinculum.iommu.IommuModelFactory;
import org.vinculum.iommu.SmmuProfile;
import org.vinculum.smmu.translation.TranslationEngine;

/// Offers a model for each profile that is there, ours or a vendor's, under the profile's name, version and ranking.
///
/// Two versions of this bundle may be there at once. Each offers its own bundled profiles and leaves the other's alone, and
/// both offer what vendors bring.
@Component(
        name = "org.vinculum.smmu.models",
        service = {},
        immediate = true)
@Capability(
        namespace = "osgi.service",
        attribute = {"objectClass:List<String>=\"org.vinculum.iommu.IommuModelFactory\""})
@Capability(namespace = "vinculum.contract", name = "iommu.model", version = "1.0")
public final class ProfileModels {
    private static final String NAME = "name";
    private static final String KIND = "kind";

    /// Of the profile.
    private static final String VERSION = "vinculum.version";

    /// The version of the engine behind the profile. Versions are given as such, so that filters compare them as numbers.
    private static final String ENGINE = "vinculum.engine";

    private final BundleContext context;
    private final Map<SmmuProfile, ServiceRegistration<IommuModelFactory>> offered =
            new ConcurrentHashMap<>();

    @Activate
    public ProfileModels(BundleContext context) {
        this.context = context;
    }

    /// @throws IllegalArgumentException when the profile asks for what the engine cannot do, which is logged by whoever
    ///     calls this; the other profiles are offered all the same
    @Reference(name = "profiles", cardinality = MULTIPLE, policy = DYNAMIC)
    void addProfile(SmmuProfile profile, ServiceReference<SmmuProfile> reference) {
        Bundle from = reference.getBundle();
        if (from == null || isOfAnotherVersion(from)) {
            return;
        }
        var factory =
                new SmmuFactory(
                        profile,
                        TranslationEngine.maker(profile.caches()),
                        TranslationEngine.maker(CacheSizes.NONE));
        offered.put(
                profile,
                context.registerService(
                        IommuModelFactory.class, factory, properties(factory, from, reference)));
    }

    private boolean isOfAnotherVersion(Bundle from) {
        Bundle own = context.getBundle();
        return !from.equals(own) && from.getSymbolicName().equals(own.getSymbolicName());
    }

    void removeProfile(SmmuProfile profile) {
        ServiceRegistration<IommuModelFactory> registration = offered.remove(profile);
        if (registration != null) {
            registration.unregister();
        }
    }

    @Deactivate
    void stop() {
        offered.keySet().forEach(this::removeProfile);
    }

    private Hashtable<String, Object> properties(
            IommuModelFactory factory, Bundle from, ServiceReference<SmmuProfile> profile) {
        var properties = new Hashtable<String, Object>();
        properties.put(NAME, factory.name());
        properties.put(KIND, factory.kind());
        properties.put(ENGINE, context.getBundle().getVersion());
        Object own = profile.getProperty(VERSION);
        properties.put(VERSION, own != null ? version(own) : from.getVersion());
        Object ranking = profile.getProperty(Constants.SERVICE_RANKING);
        if (ranking instanceof Integer) {
            properties.put(Constants.SERVICE_RANKING, ranking);
        }
        return properties;
    }

    // What is no version stays what the vendor says.
    private static Object version(Object own) {
        try {
            return Version.parseVersion(own.toString());
        } catch (IllegalArgumentException e) {
            return own;
        }
    }
}
