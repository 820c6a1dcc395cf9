package org.vinculum.commands.inspect;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.vinculum.firmware.Bus;
import org.vinculum.firmware.IdMap;
import org.vinculum.firmware.Master;
import org.vinculum.firmware.Platform;

/// The topology seen from one IOMMU: which masters and which parts of buses it translates for, in the firmware's order.
///
/// @param streams masters with the streams each has here
/// @param foreign masters with the specifiers each has here
/// @param maps buses with the map entries that lead here
record Behind(
        List<Use<Master, Master.StreamUse>> streams,
        List<Use<Master, Master.ForeignUse>> foreign,
        List<Use<Bus, IdMap.Entry>> maps) {
    static final Behind NOTHING = new Behind(List.of(), List.of(), List.of());

    /// What one device or bus has behind one IOMMU.
    record Use<D, I>(D device, List<I> items) {}

    /// One entry for each path that anything refers to, whether such an IOMMU exists or not.
    static Map<String, Behind> of(Platform platform) {
        Map<String, Behind> all = new LinkedHashMap<>();
        for (Master master : platform.masters()) {
            split(master.streams(), use -> use.stream().iommu())
                    .forEach((iommu, uses) -> at(all, iommu).streams.add(new Use<>(master, uses)));
            split(master.foreign(), Master.ForeignUse::iommu)
                    .forEach((iommu, uses) -> at(all, iommu).foreign.add(new Use<>(master, uses)));
        }
        for (Bus bus : platform.buses()) {
            split(bus.iommuMap().entries(), IdMap.Entry::target)
                    .forEach((iommu, uses) -> at(all, iommu).maps.add(new Use<>(bus, uses)));
        }
        return all;
    }

    boolean isEmpty() {
        return streams.isEmpty() && foreign.isEmpty() && maps.isEmpty();
    }

    private static Behind at(Map<String, Behind> all, String iommu) {
        return all.computeIfAbsent(
                iommu, _ -> new Behind(new ArrayList<>(), new ArrayList<>(), new ArrayList<>()));
    }

    private static <I> Map<String, List<I>> split(List<I> items, Function<I, String> iommu) {
        Map<String, List<I>> parts = new LinkedHashMap<>();
        for (I item : items) {
            parts.computeIfAbsent(iommu.apply(item), _ -> new ArrayList<>()).add(item);
        }
        return parts;
    }
}
