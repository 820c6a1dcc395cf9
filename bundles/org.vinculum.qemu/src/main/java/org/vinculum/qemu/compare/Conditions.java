package org.vinculum.qemu.compare;

import java.util.List;
import java.util.Locale;

/// Sentences without which the figures say nothing.
final class Conditions {
    private Conditions() {}

    static String machine(Boot boot, double loadBefore, double loadAfter) {
        return "%s with TCG, Linux %s, 2 processors and 512 MiB for the guest; this machine has %d processors, its load was %s before and %s after."
                .formatted(
                        boot.emulator().orElse("QEMU"),
                        boot.kernel().orElse("of unknown version"),
                        Runtime.getRuntime().availableProcessors(),
                        load(loadBefore),
                        load(loadAfter));
    }

    private static String load(double load) {
        return load < 0 ? "unknown" : String.format(Locale.ROOT, "%.1f", load);
    }

    static List<String> meaning(int times) {
        return List.of(
                "Each figure is the median of " + times + " boots; the machines took turns.",
                "Boot ends when the guest's first process starts: by the guest's clock its uptime"
                    + " then, by ours from the processors' start until we read its line. Attached:"
                    + " VFIO has opened the device behind the IOMMU, and the driver's messages have"
                    + " been checked. All other figures are the guest's.",
                "Map + unmap: one page through VFIO, for a second. Its time goes to the guest's own"
                        + " instructions, which TCG emulates, and to the SMMU.",
                "QEMU's SMMU is a part of QEMU: it hears each register access at once, in the"
                    + " guest's own thread. Ours is another process that looks at memory, competes"
                    + " with QEMU for processors, and needs a processor to itself while it is"
                    + " used.",
                "Behind QEMU's SMMU is its device edu, behind ours are our DMA engines: no DMA of"
                        + " edu is measured, and DMA here is copies of 64 bytes by an engine, each"
                        + " awaited by the guest.");
    }
}
