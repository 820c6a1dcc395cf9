package org.vinculum.machine.dom0;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.vinculum.firmware.Bus;
import org.vinculum.firmware.IdMap;
import org.vinculum.firmware.Master;
import org.vinculum.firmware.PhysicalStream;
import org.vinculum.firmware.Platform;

/// The streams of a host's devices, each once: those of enabled masters, and those a bus may send where they are few.
final class Dom0Streams {
    /// A bus that maps more does not say which functions it has.
    static final int MOST_OF_A_BUS = 256;

    private static final Comparator<PhysicalStream> ORDER =
            Comparator.comparing(PhysicalStream::iommu).thenComparing(PhysicalStream::id);

    private Dom0Streams() {}

    /// @param notes gets a sentence for each bus that is left out
    static Set<PhysicalStream> of(Platform platform, List<String> notes) {
        Set<PhysicalStream> streams = new TreeSet<>(ORDER);
        for (Master master : platform.masters()) {
            if (master.enabled()) {
                master.streams().forEach(use -> streams.add(use.stream()));
            }
        }
        for (Bus bus : platform.buses()) {
            if (bus.enabled()) {
                streams.addAll(few(bus, notes));
            }
        }
        return streams;
    }

    private static List<PhysicalStream> few(Bus bus, List<String> notes) {
        List<PhysicalStream> streams = new ArrayList<>();
        for (IdMap.Entry entry : bus.iommuMap().entries()) {
            if (entry.outputLength() > MOST_OF_A_BUS - streams.size()) {
                notes.add(
                        bus.path()
                                + " maps more than "
                                + MOST_OF_A_BUS
                                + " streams; dom0 has none of them");
                return List.of();
            }
            for (long i = 0; i < entry.outputLength(); i++) {
                long id = entry.outputBase() + i & 0xffff_ffffL;
                streams.add(PhysicalStream.of(entry.target(), id));
            }
        }
        return streams;
    }
}
