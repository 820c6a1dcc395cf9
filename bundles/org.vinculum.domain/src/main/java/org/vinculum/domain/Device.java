package org.vinculum.domain;

import org.osgi.annotation.versioning.ConsumerType;
import org.vinculum.iommu.Endpoints.Release;
import org.vinculum.iommu.Endpoints.Response;

/// What a physical SMMU says to a device in front of it. Called from whatever thread the SMMU does its work on; must not
/// call back into the machine.
@ConsumerType
public interface Device {
    /// Neither waits for software, nor caches translations, nor asks for pages.
    Device SIMPLE =
            new Device() {
                @Override
                public boolean invalidate(
                        int substreamId, long address, long size, boolean global) {
                    return true;
                }

                @Override
                public void respond(int substreamId, int group, Response response) {}

                @Override
                public void release(int stag, Release release) {}
            };

    /// As [org.vinculum.iommu.Endpoints#invalidate].
    boolean invalidate(int substreamId, long address, long size, boolean global);

    /// As [org.vinculum.iommu.Endpoints#respond].
    void respond(int substreamId, int group, Response response);

    /// As [org.vinculum.iommu.Endpoints#release].
    void release(int stag, Release release);
}
