package org.vinculum.commands.inspect;

import org.vinculum.commands.print.Page;
import org.vinculum.commands.print.Style;
import org.vinculum.firmware.Bus;
import org.vinculum.firmware.DmaFeatures;
import org.vinculum.firmware.IdMap;

/// One bus with requester IDs of its own, and where its maps lead, as text; the maps have the names of the firmware.
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
        boolean inTree = bus.path().startsWith("/");
        String streams = inTree ? "iommu-map" : "streams";
        if (bus.iommuMap().entries().isEmpty()) {
            label(streams).text("none: its devices reach memory untranslated").line();
        }
        map(streams, bus.iommuMap());
        map(inTree ? "msi-map" : "messages", bus.msiMap());
    }

    private Page label(String name) {
        return page.text("    ").padded(name, 11);
    }

    private void pci(Bus.Pci pci) {
        page.text("PCI segment ").text(pci.segment()).text(", buses ");
        page.text(Numbers.hex(pci.firstBus())).text("-").text(Numbers.hex(pci.lastBus()));
        page.text(", ");
    }

    private void map(String name, IdMap map) {
        for (IdMap.Entry entry : map.entries()) {
            label(name);
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
