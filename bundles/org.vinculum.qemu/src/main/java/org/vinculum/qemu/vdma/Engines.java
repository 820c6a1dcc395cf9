package org.vinculum.qemu.vdma;

import java.util.ArrayList;
import java.util.List;
import org.vinculum.live.GuestSmmu;
import org.vinculum.memory.AddressRange;
import org.vinculum.memory.Ram;
import org.vinculum.qemu.layout.Layout;
import org.vinculum.qemu.poll.Polled;

/// Puts the PCI host with its DMA engines where the layout has them.
public final class Engines {
    private Engines() {}

    /// Fills in configuration space and registers; before the guest starts.
    ///
    /// @param memory all of the guest's RAM
    /// @return one engine for each of [Layout#REQUESTERS], for the thread of the SMMU
    public static List<Polled> install(Ram memory, Layout layout, GuestSmmu smmu) {
        Ram ecam = part(memory, layout.ecam());
        ConfigurationSpace.write(ecam, layout);
        StreamPorts ports = new StreamPorts(smmu);
        List<Polled> engines = new ArrayList<>();
        for (int i = 0; i < Layout.REQUESTERS.size(); i++) {
            int requester = Layout.REQUESTERS.get(i);
            engines.add(
                    new Vdma(
                            part(memory, layout.bar(i)),
                            part(memory, ConfigurationSpace.function(layout, requester)),
                            ports,
                            Layout.FIRST_STREAM + requester));
        }
        return engines;
    }

    private static Ram part(Ram memory, AddressRange range) {
        long start = range.start().value();
        return new Ram(start, memory.segment().asSlice(start - memory.start(), range.size()));
    }
}
