package org.vinculum.commands.inspect;

import org.vinculum.commands.print.Page;
import org.vinculum.commands.print.Style;
import org.vinculum.firmware.Bus;
import org.vinculum.firmware.DmaFeatures;
import org.vinculum.firmware.IdMap;

/// One bus with requester IDs of its own, and where its maps lead, as text.
final class BusSection {
    private static final int ALL_ONES = -1;

    private final Page page;

    BusSection(Page page) {
        this.page = page;
    }

    void print(Bus bus) {
        page.text("  ").styled(Style.NAME, bus.path()).text("  ");
        bus.pci().ifPresent(this::pci);
        page.text(bus.pci().isPresent() ? "" : "not PCI, ");
        page.text(bus.coherent() ? "coherent" : "not coherent");
        if (!bus.dma().equals(DmaFeatures.NONE)) {
            page.text(", ").text(DmaWords.of(bus.dma()));
        }
        if (!bus.enabled()) {
            page.text(", ").styled(Style.DOUBTFUL, "disabled");
        }
        page.line();
        if (bus.iommuMap().entries().isEmpty()) {
            page.text("    iommu-map  none: its devices reach memory untranslated").line();
        }
        map("iommu-map", bus.iommuMap());
        map("msi-map", bus.msiMap());
    }

    private void pci(Bus.Pci pci) {
        page.text("PCI segment ").text(pci.segment()).text(", buses ");
        page.text(Numbers.hex(pci.firstBus())).text("-").text(Numbers.hex(pci.lastBus()));
        page.text(", ");
    }

    private void map(String name, IdMap map) {
        for (IdMap.Entry entry : map.entries()) {
            page.text("    ").padded(name, 11);
            if (map.mask() != ALL_ONES) {
                page.text("(ID & ")
                        .text(Numbers.hex(Integer.toUnsignedLong(map.mask())))
                        .text(") ");
            }
            page.text(Numbers.run(entry.inputBase(), entry.length()));
            if (entry.length() != 0) {
                page.text(" -> ").text(Numbers.run(entry.outputBase(), entry.outputLength()));
            }
            page.text(" of ").text(entry.target()).line();
        }
    }
}
