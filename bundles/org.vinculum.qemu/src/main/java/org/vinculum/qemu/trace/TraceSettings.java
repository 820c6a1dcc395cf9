package org.vinculum.qemu.trace;

import java.io.OutputStream;
import java.util.List;
import java.util.function.Consumer;
import org.vinculum.iommu.IommuModelFactory;
import org.vinculum.scenario.model.ScenarioRecorder;

/// Where a trace goes, and what it is made with.
///
/// @param models best first; one of them is the twin
/// @param out is closed with the SMMU
/// @param name of the scenario
/// @param cite what was run, for people
/// @param progress is told when the trace ends early, and of the first difference
public record TraceSettings(
        List<IommuModelFactory> models,
        ScenarioRecorder recorder,
        OutputStream out,
        String name,
        String cite,
        Consumer<String> progress) {
    public TraceSettings {
        models = List.copyOf(models);
    }
}
