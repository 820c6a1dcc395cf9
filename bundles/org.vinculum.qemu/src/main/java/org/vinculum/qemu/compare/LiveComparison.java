package org.vinculum.qemu.compare;

import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.vinculum.benchmark.Report;
import org.vinculum.live.LiveGuest;
import org.vinculum.live.LiveGuestDescription;
import org.vinculum.qemu.process.Programs;
import org.vinculum.qemu.process.QemuCommand;
import org.vinculum.qemu.run.GuestFiles;
import org.vinculum.qemu.run.KernelWords;
import org.vinculum.qemu.run.LiveRun;
import org.vinculum.scenario.model.ModelNames;

/// Compares live guests: without an SMMU, on QEMU's own, on ours.
public final class LiveComparison {
    public static final String NAME = Comparison.NAME;

    private static final int TIMES = 3;
    private static final int PROCESSORS = 2;

    // QEMU's SMMU has 44 address bits, and its device makes no DMA that our tests know.
    private static final String QEMU_TESTS = "vinculum.tests=probe,pairs vinculum.oas=44";
    private static final String OUR_TESTS = "vinculum.tests=probe,pairs,rate";

    private final LiveGuest guest;
    private final Map<String, String> environment;

    /// @param guest runs those on ours
    /// @param environment `PATH` finds programs, other names the files that were brought
    public LiveComparison(LiveGuest guest, Map<String, String> environment) {
        this.guest = guest;
        this.environment = Map.copyOf(environment);
    }

    /// @throws org.vinculum.live.LiveGuestRefusedException when QEMU or a kernel is missing, before anything is started
    public Report run(Consumer<String> progress) throws InterruptedException {
        Programs programs = new Programs(environment.getOrDefault("PATH", ""));
        LiveGuestDescription asked = ours(LiveGuestDescription.DEFAULT_MODE);
        QemuCommand command =
                new QemuCommand(LiveRun.qemu(programs), asked.memory(), asked.processors());
        GuestFiles files = GuestFiles.of(asked, environment);
        String words = KernelWords.of(asked.memory(), QEMU_TESTS);
        List<Contender> contenders =
                List.of(
                        new QemuMachine(
                                "no IOMMU", false, command, programs, files, words, asked.limit()),
                        new QemuMachine(
                                "QEMU's SMMUv3",
                                true,
                                command,
                                programs,
                                files,
                                words,
                                asked.limit()),
                        new OurMachine("ours, physical", guest, ours("physical")),
                        new OurMachine("ours, virtual", guest, asked));
        return new Comparison(contenders, TIMES, System::nanoTime, LiveComparison::load)
                .run(progress);
    }

    private static LiveGuestDescription ours(String mode) {
        return new LiveGuestDescription(
                mode,
                ModelNames.DEFAULT_FAMILY,
                Map.of(),
                Optional.empty(),
                Optional.empty(),
                OUR_TESTS,
                LiveGuestDescription.DEFAULT_MEMORY,
                PROCESSORS,
                LiveGuestDescription.DEFAULT_LIMIT,
                Optional.empty());
    }

    private static double load() {
        return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    }
}
