package org.vinculum.qemu.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vinculum.devicetree.OverlayMerge;
import org.vinculum.devicetree.TreeCodec;
import org.vinculum.devicetree.model.DeviceTreeCodec;
import org.vinculum.devicetree.model.Overlays;
import org.vinculum.iommu.IommuModel;
import org.vinculum.iommu.IommuModelFactory;
import org.vinculum.iommu.IommuSurroundings;
import org.vinculum.live.GuestSmmuType;
import org.vinculum.live.LiveGuestDescription;
import org.vinculum.scenario.model.ScenarioRecorder;

/// Services with one kind of SMMU, and guests in a folder.
record Installation(QuietSmmu smmu, Path folder) implements Parts {
    @Override
    public List<GuestSmmuType> types() {
        return List.of(smmu);
    }

    @Override
    public List<IommuModelFactory> models() {
        return List.of(new NoModel());
    }

    @Override
    public Optional<DeviceTreeCodec> codec() {
        return Optional.of(new TreeCodec());
    }

    @Override
    public Optional<Overlays> overlays() {
        return Optional.of(new OverlayMerge());
    }

    @Override
    public Optional<ScenarioRecorder> recorder() {
        return Optional.empty();
    }

    LiveGuestDescription guest(byte[] kernel, Duration limit) throws IOException {
        Path image = Files.write(folder.resolve("Image"), kernel);
        Files.write(folder.resolve("initrd"), new byte[4096]);
        return guest("quiet", "smmuv3", Optional.of(image), limit);
    }

    static LiveGuestDescription guest(
            String mode, String model, Optional<Path> kernel, Duration limit) {
        return new LiveGuestDescription(
                mode,
                model,
                Map.of(),
                kernel,
                Optional.empty(),
                "",
                LiveGuestDescription.DEFAULT_MEMORY,
                1,
                limit,
                Optional.empty());
    }

    private static final class NoModel implements IommuModelFactory {
        @Override
        public String name() {
            return "smmuv3-3.2";
        }

        @Override
        public String kind() {
            return "smmuv3";
        }

        @Override
        public Map<String, String> features() {
            return Map.of();
        }

        @Override
        public IommuModel create(IommuSurroundings around, Map<String, Long> identification) {
            throw new UnsupportedOperationException();
        }
    }
}
