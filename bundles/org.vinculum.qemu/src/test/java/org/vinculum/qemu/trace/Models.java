package org.vinculum.qemu.trace;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vinculum.firmware.InputFile;
import org.vinculum.iommu.CacheSizes;
import org.vinculum.iommu.IommuModelFactory;
import org.vinculum.iommu.SmmuProfile;
import org.vinculum.scenario.JsonLinesPlayer;
import org.vinculum.scenario.model.Mismatch;
import org.vinculum.scenario.model.PlayOptions;
import org.vinculum.smmu.SmmuFactory;
import org.vinculum.smmu.profile.Profiles;
import org.vinculum.smmu.translation.TranslationEngine;

/// The models that there are, and replays on them.
final class Models {
    private Models() {}

    static List<IommuModelFactory> all() {
        return with(CacheSizes.ORDINARY);
    }

    static IommuModelFactory of(String name) {
        return named(name, all());
    }

    private static List<IommuModelFactory> with(CacheSizes caches) {
        List<IommuModelFactory> models = new ArrayList<>();
        for (SmmuProfile profile : Profiles.all()) {
            models.add(new SmmuFactory(profile, TranslationEngine.maker(caches)));
        }
        return models;
    }

    private static IommuModelFactory named(String name, List<IommuModelFactory> models) {
        return models.stream().filter(model -> model.name().equals(name)).findFirst().orElseThrow();
    }

    /// What a replay on the model that the trace names finds wrong.
    static Optional<Mismatch> replay(String trace) {
        return play(trace, new PlayOptions(all(), Optional.empty()));
    }

    /// What replays on all generic models find wrong, with caches and without, by model.
    static List<String> replayEverywhere(String trace) {
        List<String> wrong = new ArrayList<>();
        for (CacheSizes caches : List.of(CacheSizes.ORDINARY, CacheSizes.NONE)) {
            for (IommuModelFactory model : with(caches)) {
                if (model.name().startsWith("smmuv3-")) {
                    play(trace, new PlayOptions(List.of(model), Optional.of(model.name())))
                            .ifPresent(mismatch ->
                                    wrong.add(model.name() + ", " + caches + ": " + mismatch));
                }
            }
        }
        return wrong;
    }

    private static Optional<Mismatch> play(String trace, PlayOptions options) {
        return new JsonLinesPlayer()
                .play(InputFile.of("trace.jsonl", trace.getBytes(StandardCharsets.UTF_8)), options)
                .getFirst()
                .mismatch();
    }
}
