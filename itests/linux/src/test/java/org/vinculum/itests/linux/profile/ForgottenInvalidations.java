package org.vinculum.itests.linux.profile;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.vinculum.devicetree.model.DeviceTreeCodec;
import org.vinculum.devicetree.model.Overlays;
import org.vinculum.domain.Device;
import org.vinculum.domain.DmaPort;
import org.vinculum.iommu.Endpoints.Release;
import org.vinculum.iommu.Endpoints.Response;
import org.vinculum.iommu.IommuModelFactory;
import org.vinculum.iommu.SmmuProfile.Erratum;
import org.vinculum.itests.linux.InstalledParts;
import org.vinculum.live.Count;
import org.vinculum.live.GuestSmmu;
import org.vinculum.live.GuestSmmuDescription;
import org.vinculum.live.GuestSmmuType;
import org.vinculum.memory.StreamId;
import org.vinculum.qemu.run.Parts;
import org.vinculum.scenario.model.ScenarioRecorder;

/// SMMUs of which devices never hear that a translation is no longer good: CMD_ATC_INV is as good as ignored.
record ForgottenInvalidations(Parts parts) implements Parts {
    ForgottenInvalidations() {
        this(new InstalledParts());
    }

    @Override
    public List<GuestSmmuType> types() {
        return parts.types().stream().<GuestSmmuType>map(Type::new).toList();
    }

    @Override
    public List<IommuModelFactory> models() {
        return parts.models();
    }

    @Override
    public Optional<DeviceTreeCodec> codec() {
        return parts.codec();
    }

    @Override
    public Optional<Overlays> overlays() {
        return parts.overlays();
    }

    @Override
    public Optional<ScenarioRecorder> recorder() {
        return parts.recorder();
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

    private record Smmu(GuestSmmu smmu) implements GuestSmmu {
        @Override
        public DmaPort connect(StreamId stream, Device device) {
            return smmu.connect(stream, new Deaf(device));
        }

        @Override
        public long frameSize() {
            return smmu.frameSize();
        }

        @Override
        public long read(long offset, int width) {
            return smmu.read(offset, width);
        }

        @Override
        public void write(long offset, int width, long value) {
            smmu.write(offset, width, value);
        }

        @Override
        public boolean work(int budget) {
            return smmu.work(budget);
        }

        @Override
        public long guestPhysical(long physical) {
            return smmu.guestPhysical(physical);
        }

        @Override
        public List<Count> counts() {
            return smmu.counts();
        }

        @Override
        public void close() {
            smmu.close();
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
