package org.vinculum.itests.linux.shown;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vinculum.firmware.InputFile;
import org.vinculum.iommu.CacheSizes;
import org.vinculum.iommu.IommuModelFactory;
import org.vinculum.iommu.SmmuProfile;
import org.vinculum.scenario.JsonLinesPlayer;
import org.vinculum.scenario.model.PlayOptions;
import org.vinculum.scenario.model.ScenarioResult;
import org.vinculum.smmu.SmmuFactory;
import org.vinculum.smmu.profile.Profiles;
import org.vinculum.smmu.translation.TranslationEngine;

/// Plays traces as `vinculum replay` does.
final class Replay {
    private Replay() {}

    /// On the model that the trace names, as it is.
    static List<ScenarioResult> play(byte[] trace) {
        return play(trace, Profiles.all().stream().map(p -> factory(p, p.caches())).toList());
    }

    /// On that model with tables read each time, as with `--no-cache`.
    static List<ScenarioResult> playWithoutCaches(byte[] trace) {
        return play(trace, Profiles.all().stream().map(p -> factory(p, CacheSizes.NONE)).toList());
    }

    private static IommuModelFactory factory(SmmuProfile profile, CacheSizes caches) {
        return new SmmuFactory(profile, TranslationEngine.maker(caches));
    }

    private static List<ScenarioResult> play(byte[] trace, List<IommuModelFactory> models) {
        InputFile file = InputFile.of("trace.jsonl", trace);
        return new ArrayList<>(
                new JsonLinesPlayer().play(file, new PlayOptions(models, Optional.empty())));
    }
}
