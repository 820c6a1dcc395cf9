package org.vinculum.commands.inspect;

import java.util.List;
import java.util.Map;
import org.vinculum.commands.print.Page;
import org.vinculum.commands.print.Plural;
import org.vinculum.commands.print.Style;
import org.vinculum.firmware.Bus;
import org.vinculum.firmware.Iommu;
import org.vinculum.firmware.PhysicalStream;
import org.vinculum.firmware.Platform;

/// The topology as text: a summary, each IOMMU with what is behind it, buses with their maps, shared streams.
final class TopologyPage {
    private final Page page;
    private final String file;
    private final Platform platform;

    TopologyPage(Page page, String file, Platform platform) {
        this.page = page;
        this.file = file;
        this.platform = platform;
    }

    void print() {
        summary();
        Map<String, Behind> behind = Behind.of(platform);
        IommuSection section = new IommuSection(page);
        for (Iommu iommu : platform.iommus()) {
            section.print(iommu, behind.getOrDefault(iommu.path(), Behind.NOTHING));
            behind.remove(iommu.path());
        }
        behind.forEach(section::printUnknown);
        buses();
        reserved();
        shared();
    }

    private void summary() {
        List<Bus> buses = platform.buses();
        int bridges = 0;
        for (Bus bus : buses) {
            bridges += bus.pci().isPresent() ? 1 : 0;
        }
        page.styled(Style.HEADING, file).text(": ").text(platform.format()).text(", ");
        page.text(Plural.of(platform.iommus().size(), "IOMMU")).text(", ");
        page.text(Plural.of(platform.masters().size(), "master")).text(", ");
        page.text(Plural.of(bridges, "PCI host bridge"));
        if (bridges < buses.size()) {
            page.text(", ").text(Plural.of(buses.size() - bridges, "other bus"));
        }
        page.line();
    }

    private void buses() {
        if (!platform.buses().isEmpty()) {
            page.line().styled(Style.HEADING, "Buses with requester IDs").line();
            BusSection section = new BusSection(page);
            platform.buses().forEach(section::print);
        }
    }

    private void reserved() {
        if (!platform.reserved().isEmpty()) {
            page.line().styled(Style.HEADING, "Reserved memory").line();
            ReservedSection section = new ReservedSection(page);
            platform.reserved().forEach(section::print);
        }
    }

    private void shared() {
        Map<PhysicalStream, List<String>> shared = platform.sharedStreams();
        if (shared.isEmpty()) {
            return;
        }
        page.line().styled(Style.HEADING, "Shared streams").line();
        shared.forEach((stream, masters) ->
                page.text("  ")
                        .styled(Style.DOUBTFUL, stream.id().toString())
                        .text(" of " + stream.iommu() + ": ")
                        .text(String.join(", ", masters))
                        .line());
    }
}
