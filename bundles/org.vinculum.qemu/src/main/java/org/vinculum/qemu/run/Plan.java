package org.vinculum.qemu.run;

import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.vinculum.iommu.IommuModelFactory;
import org.vinculum.iommu.SmmuProfile.Erratum;
import org.vinculum.live.GuestSmmuType;
import org.vinculum.live.LiveGuestDescription;
import org.vinculum.live.LiveGuestRefusedException;
import org.vinculum.qemu.layout.Layout;
import org.vinculum.qemu.process.Programs;
import org.vinculum.qemu.process.QemuCommand;
import org.vinculum.qemu.trace.TraceSettings;
import org.vinculum.qemu.tree.GuestTree;
import org.vinculum.scenario.model.ScenarioRecorder;

/// A run for which everything was found.
record Plan(
        LiveGuestDescription asked,
        GuestSmmuType type,
        GuestFiles files,
        QemuCommand command,
        Programs programs,
        GuestTree tree,
        List<IommuModelFactory> models,
        Optional<ScenarioRecorder> recorder) {
    Layout layout() {
        return new Layout(asked.memory());
    }

    /// What the device tree has to say of the SMMU.
    Set<Erratum> errata() {
        return type.errata(asked.model());
    }

    /// The kernel's command line.
    String words() {
        return KernelWords.of(asked.memory(), asked.append());
    }

    /// Where the trace goes, if one is asked for.
    ///
    /// @throws LiveGuestRefusedException when nobody can write one
    Optional<TraceSettings> trace(Consumer<String> progress) {
        return asked.trace().map(out -> trace(out, progress));
    }

    private TraceSettings trace(OutputStream out, Consumer<String> progress) {
        return new TraceSettings(
                models,
                recorder.orElseThrow(() -> Refusal.because("nobody writes scenarios")),
                out,
                "a live guest",
                summary(),
                progress);
    }

    /// One line for people.
    String summary() {
        return "Linux "
                + files.kernel()
                + " with "
                + asked.processors()
                + (asked.processors() == 1 ? " processor" : " processors")
                + " and "
                + (asked.memory() >> 20)
                + " MiB; its SMMU: "
                + asked.model()
                + asked.swapTo().map(to -> " and " + to + " in turn").orElse("")
                + ", "
                + type.title();
    }
}
