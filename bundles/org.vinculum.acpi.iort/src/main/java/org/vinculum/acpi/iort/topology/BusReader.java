package org.vinculum.acpi.iort.topology;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vinculum.acpi.model.IortNode;
import org.vinculum.acpi.model.NamedComponent;
import org.vinculum.acpi.model.RootComplex;
import org.vinculum.firmware.Bus;
import org.vinculum.firmware.DmaFeatures;
import org.vinculum.firmware.IdMap;

/// Makes the buses: root complexes, and components that map ranges of IDs because devices behind them have some.
final class BusReader {
    /// The highest segment: `_SEG` and the MCFG have 16 bits for it (ACPI 6.5, 6.5.6).
    static final long LAST_SEGMENT = 0xffff;

    private static final int LAST_BUS = 0xff;

    private final IdSearch search;

    BusReader(IdSearch search) {
        this.search = search;
    }

    Bus read(RootComplex root) {
        Bus.Pci pci = new Bus.Pci((int) root.segment(), 0, LAST_BUS);
        return bus(
                root,
                Paths.of(root),
                Optional.of(pci),
                root.memory().coherent(),
                Features.of(root));
    }

    /// A component as a bus of its own kind, as Linux takes an fsl-mc (`iort_nc_iommu_map_id`).
    Bus read(NamedComponent component) {
        return bus(
                component,
                Paths.of(component),
                Optional.empty(),
                component.memory().coherent(),
                Features.of(component));
    }

    private Bus bus(
            IortNode node,
            String path,
            Optional<Bus.Pci> pci,
            boolean coherent,
            DmaFeatures features) {
        return new Bus(
                path,
                pci,
                true,
                coherent,
                map(node, Goal.IOMMU),
                map(node, Goal.MESSAGES),
                features);
    }

    private IdMap map(IortNode node, Goal goal) {
        List<IdMap.Entry> entries = new ArrayList<>();
        for (Run run : search.all(node, goal)) {
            entries.add(
                    new IdMap.Entry(
                            run.first(),
                            run.last() - run.first() + 1,
                            Paths.of(run.reference()),
                            run.output(),
                            0,
                            run.single()));
        }
        return entries.isEmpty() ? IdMap.NONE : new IdMap(-1, List.copyOf(entries));
    }
}
