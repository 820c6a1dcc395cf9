package org.vinculum.tck.virtual;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.vinculum.domain.GuestSurroundings;
import org.vinculum.domain.HostSmmu;
import org.vinculum.domain.VirtualIommu;
import org.vinculum.domain.VirtualIommuDescription;
import org.vinculum.domain.VirtualIommuType;
import org.vinculum.domain.VirtualStream;
import org.vinculum.memory.AddressRange;
import org.vinculum.memory.StreamId;
import org.vinculum.tck.TestMachine;

/// A virtual IOMMU over one host, with the guest's memory. Stream n is 0x100 + n on the host.
public final class TestGuest {
    private static final int ADDRESS_BITS = 40;
    private static final int SID_BITS = 8;
    private static final int ROUNDS = 100_000;

    public final TestMachine machine = new TestMachine();
    public final StrictHost host;
    public final VirtualIommu iommu;
    private final Map<Integer, VirtualStream> streams = new TreeMap<>();

    public TestGuest(VirtualIommuType type, boolean promptHost) {
        host = new StrictHost(promptHost);
        iommu =
                type.create(
                        description(type.name()),
                        new GuestSurroundings(machine, machine, ADDRESS_BITS),
                        List.<HostSmmu>of(host));
    }

    private static VirtualIommuDescription description(String type) {
        return new VirtualIommuDescription(
                type,
                AddressRange.of(0x404_0000, 0x2_0000),
                33,
                34,
                0,
                0xffff_ffffL,
                SID_BITS,
                true,
                true,
                Map.of());
    }

    /// The same streams over the same memory, as of a guest that is taken over.
    public TestGuest successor(VirtualIommuType type) {
        TestGuest next = new TestGuest(type, true);
        next.machine.copyMemory(machine);
        streams.keySet().forEach(next::attach);
        return next;
    }

    public StreamId physical(int vsid) {
        return new StreamId(0x100 + vsid);
    }

    public void attach(int vsid) {
        var stream = new VirtualStream(new StreamId(vsid), 0, physical(vsid), false);
        host.owns(stream.psid());
        streams.put(vsid, stream);
        iommu.attach(stream);
    }

    public void detach(int vsid) {
        if (streams.remove(vsid) != null) {
            iommu.detach(new StreamId(vsid));
            host.disowns(physical(vsid));
        }
    }

    public boolean has(int vsid) {
        return streams.containsKey(vsid);
    }

    /// Has everything done that does not wait for the host.
    public void settle() {
        iommu.progress();
        int rounds = 0;
        while (iommu.ready()) {
            process(64);
            if (++rounds > ROUNDS) {
                throw new AssertionError("it is ready for ever");
            }
        }
    }

    public void process(int budget) {
        int used = iommu.process(budget);
        if (used < 0 || used > budget + HostSmmu.SETTING_COMMANDS) {
            throw new AssertionError(used + " host commands of a budget of " + budget);
        }
    }
}
