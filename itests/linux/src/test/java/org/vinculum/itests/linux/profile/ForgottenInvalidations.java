package org.vinculum.itests.linux.profile;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.vinculum.domain.Device;
import org.vinculum.domain.DmaPort;
import org.vinculum.iommu.Endpoints.Release;
import org.vinculum.iommu.Endpoints.Response;
import org.vinculum.iommu.SmmuProfile.Erratum;
import org.vinculum.itests.linux.InstalledParts;
import org.vinculum.itests.linux.SmmuMode;
import org.vinculum.live.ForwardedSmmu;
import org.vinculum.live.GuestSmmu;
import org.vinculum.live.GuestSmmuDescription;
import org.vinculum.live.GuestSmmuType;
import org.vinculum.memory.StreamId;
import org.vinculum.qemu.run.Parts;

/// SMMUs of which devices never hear that a translation is no longer good: CMD_ATC_INV is as good as ignored.
final class ForgottenInvalidations {
    private ForgottenInvalidations() {}

    static Parts parts() {
        List<GuestSmmuType> types = SmmuMode.all().stream().<GuestSmmuType>map(Type::new).toList();
        return new InstalledParts(types, Optional.empty());
    }

    private record Type(GuestSmmuType type) implements GuestSmmuType {
        @Override
        public String name() {
            return type.name();
        }

        @Override
        public String title() {
            return type.title();
        }

        @Override
        public GuestSmmu create(GuestSmmuDescription description) {
            return new Smmu(type.create(description));
        }

        @Override
        public Set<Erratum> errata(String model) {
            return type.errata(model);
        }
    }

    private static final class Smmu extends ForwardedSmmu {
        Smmu(GuestSmmu right) {
            super(right);
        }

        @Override
        public DmaPort connect(StreamId stream, Device device) {
            return super.connect(stream, new Deaf(device));
        }
    }

    private record Deaf(Device device) implements Device {
        @Override
        public boolean invalidate(int substreamId, long address, long size, boolean global) {
            return true;
        }

        @Override
        public void respond(int substreamId, int group, Response response) {
            device.respond(substreamId, group, response);
        }

        @Override
        public void release(int stag, Release release) {
            device.release(stag, release);
        }
    }
}
