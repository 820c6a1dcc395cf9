package org.vinculum.commands.inspect;

import java.util.TreeMap;
import java.util.TreeSet;
import org.vinculum.commands.print.Page;
import org.vinculum.commands.print.Style;
import org.vinculum.firmware.Bus;
import org.vinculum.firmware.IdMap;
import org.vinculum.firmware.Iommu;
import org.vinculum.firmware.Iommu.Interrupt;
import org.vinculum.firmware.Iommu.OtherIommu;
import org.vinculum.firmware.Iommu.SmmuV2;
import org.vinculum.firmware.Iommu.SmmuV3;
import org.vinculum.firmware.Master;

/// One IOMMU and the masters behind it, as text.
final class IommuSection {
    private static final int LABEL_WIDTH = 14;

    private final Page page;

    IommuSection(Page page) {
        this.page = page;
    }

    void print(Iommu iommu, Behind behind) {
        page.line().styled(Style.HEADING, iommu.kind() + " " + iommu.path());
        if (!iommu.enabled()) {
            page.text("  ").styled(Style.DOUBTFUL, "disabled: nothing behind it is translated");
        }
        page.line();
        label("registers").text(Numbers.registers(iommu.registers())).line();
        details(iommu);
        masters(behind);
    }

    /// Prints what refers to a path at which there is no IOMMU.
    void printUnknown(String path, Behind behind) {
        page.line().styled(Style.HEADING, path).text("  ");
        page.styled(Style.BAD, "referred to, but not described").line();
        masters(behind);
    }

    private void details(Iommu iommu) {
        switch (iommu) {
            case SmmuV3 v3 -> {
                walks(v3.coherent());
                interrupts(v3);
                if (!v3.errata().isEmpty()) {
                    label("errata").text(String.join(", ", new TreeSet<>(v3.errata()))).line();
                }
            }
            case SmmuV2 v2 -> {
                label("model").text(v2.compatible()).line();
                walks(v2.coherent());
            }
            case OtherIommu other ->
                    new TreeMap<>(other.attributes())
                            .forEach((name, value) -> label(name).text(value).line());
        }
    }

    private void walks(boolean coherent) {
        label("table walks").text(coherent ? "coherent" : "not coherent").line();
    }

    private void interrupts(SmmuV3 smmu) {
        boolean inTree = smmu.path().startsWith("/");
        if (smmu.interrupts().isEmpty()) {
            label("interrupts").text("none").line();
            return;
        }
        label("interrupts");
        String separator = "";
        for (Interrupt interrupt : smmu.interrupts()) {
            page.text(separator).text(interrupt.name()).text(interrupt.name().isEmpty() ? "" : " ");
            page.text(
                    inTree
                            ? Numbers.cells(interrupt.specifier())
                            : Numbers.gsiv(interrupt.specifier()));
            separator = ", ";
        }
        page.line();
    }

    private void masters(Behind behind) {
        if (behind.isEmpty()) {
            label("masters").text("none").line();
            return;
        }
        page.text("  masters").line();
        int width = width(behind);
        for (Behind.Use<Master, Master.StreamUse> use : behind.streams()) {
            master(use.device(), width)
                    .text(IdRuns.of(use.items()))
                    .text(DmaWords.after(use.device()))
                    .line();
        }
        for (Behind.Use<Master, Master.ForeignUse> use : behind.foreign()) {
            master(use.device(), width)
                    .text(Numbers.specifiers(use.items()))
                    .text(DmaWords.after(use.device()))
                    .line();
        }
        for (Behind.Use<Bus, IdMap.Entry> use : behind.maps()) {
            name(use.device().path(), use.device().enabled(), width);
            page.text("mapped by requester ID, see below").line();
        }
    }

    private Page master(Master master, int width) {
        return name(master.path(), master.enabled(), width);
    }

    private Page name(String path, boolean enabled, int width) {
        return page.text("    ").padded(enabled ? path : path + " (disabled)", width + 2);
    }

    private static int width(Behind behind) {
        int width = 0;
        for (var use : behind.streams()) {
            width = Math.max(width, length(use.device().path(), use.device().enabled()));
        }
        for (var use : behind.foreign()) {
            width = Math.max(width, length(use.device().path(), use.device().enabled()));
        }
        for (var use : behind.maps()) {
            width = Math.max(width, length(use.device().path(), use.device().enabled()));
        }
        return width;
    }

    private static int length(String path, boolean enabled) {
        return path.length() + (enabled ? 0 : " (disabled)".length());
    }

    private Page label(String label) {
        return page.text("  ").padded(label, LABEL_WIDTH);
    }
}
