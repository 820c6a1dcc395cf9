package org.vinculum.viommu.fake;

import java.lang.foreign.Arena;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.vinculum.domain.GuestSurroundings;
import org.vinculum.domain.HostSmmu;
import org.vinculum.domain.VirtualIommuDescription;
import org.vinculum.domain.VirtualStream;
import org.vinculum.iommu.InterruptLines.Line;
import org.vinculum.memory.AddressRange;
import org.vinculum.memory.PhysicalMemory;
import org.vinculum.memory.Ram;
import org.vinculum.memory.StreamId;
import org.vinculum.smmu.spec.Words;
import org.vinculum.viommu.command.HostWork;
import org.vinculum.viommu.identification.Hosts;
import org.vinculum.viommu.identification.Shown;
import org.vinculum.viommu.queue.GuestQueues;
import org.vinculum.viommu.register.GuestRegisters;

/// A guest that has programmed its queues and its stream table, over hosts that write down what they are told. Its stream with
/// the ID n is 0x100 + n on the host.
public final class ProgrammedGuest implements PhysicalMemory {
    public static final long START = 0x4000_0000L;
    public static final long RING = START;
    public static final int RING_LOG2 = 8;
    public static final long EVENTS = START + 0x1_0000;
    public static final long PAGE_REQUESTS = START + 0x2_0000;
    public static final long STREAMS = START + 0x3_0000;
    public static final long DOORBELL = 0x0802_0040L;
    public static final int CMDQ_PROD = 0x98;
    public static final int CMDQ_CONS = 0x9c;
    public static final int CR0 = 0x20;
    public static final int CR0ACK = 0x24;
    public static final int GBPA = 0x44;
    public static final int GERROR = 0x60;
    public static final int GERRORN = 0x64;
    private static final long SIZE = 0x10_0000;

    public final Ram ram = new Ram(START, Arena.ofAuto().allocate(SIZE, 4096));
    public final List<Line> lines = new ArrayList<>();
    public final List<Integer> messages = new ArrayList<>();
    public final List<RecordingHost> hosts;
    public final GuestRegisters registers;
    public final GuestQueues queues;
    public final HostWork work;
    public int producer;
    private Runnable onMessage = () -> {};
    private int events;

    public ProgrammedGuest(Map<String, Long> baseline, RecordingHost... behind) {
        hosts = List.of(behind);
        Hosts all = new Hosts(description(baseline), 40, List.<HostSmmu>copyOf(hosts));
        Shown shown = all.shown();
        GuestSurroundings surroundings = new GuestSurroundings(this, lines::add, 40);
        registers = new GuestRegisters(shown);
        queues = new GuestQueues(shown, registers, surroundings, all.all());
        work = new HostWork(shown, registers, queues, surroundings, all.all());
        registers.governs(work, queues);
        queues.requesters(work);
        program();
    }

    public ProgrammedGuest(RecordingHost... behind) {
        this(Map.of(), behind);
    }

    /// With one prompt host and its streams 1 and 2, enabled.
    public static ProgrammedGuest ready() {
        var guest = new ProgrammedGuest(new RecordingHost());
        guest.attach(1, 0);
        guest.attach(2, 0);
        guest.enable();
        guest.hosts.get(0).told();
        return guest;
    }

    private static VirtualIommuDescription description(Map<String, Long> baseline) {
        return new VirtualIommuDescription(
                VirtualIommuDescription.SMMUV3,
                AddressRange.of(0x0404_0000, 0x2_0000),
                33,
                33,
                0,
                0xffff_ffffL,
                8,
                true,
                true,
                baseline);
    }

    private void program() {
        registers.write(0x80, 8, STREAMS);
        registers.write(0x88, 4, 8);
        registers.write(0x90, 8, RING | RING_LOG2);
        registers.write(0xa0, 8, EVENTS | 6);
        registers.write(0xc0, 8, PAGE_REQUESTS | 6);
        registers.write(0x50, 4, 0x7);
        registers.write(CR0, 4, 0xe);
    }

    /// Sets SMMUEN and lets everything follow.
    public void enable() {
        registers.write(CR0, 4, 0xf);
        run();
    }

    public VirtualStream attach(int vsid, int host) {
        var stream = new VirtualStream(new StreamId(vsid), host, new StreamId(0x100 + vsid), false);
        hosts.get(host).owns(stream.psid());
        work.attach(stream);
        return stream;
    }

    /// Puts a command into the ring without telling.
    public void put(long word0, long word1) {
        long at = (producer & (1 << RING_LOG2) - 1) * 16L + (RING - START);
        ram.setLong(at, word0);
        ram.setLong(at + 8, word1);
        producer = producer + 1 & (2 << RING_LOG2) - 1;
    }

    public void tell() {
        registers.write(CMDQ_PROD, 4, producer);
    }

    /// A command, and everything that can be done about it at once.
    public void command(long word0, long word1) {
        put(word0, word1);
        tell();
        run();
    }

    public void sync() {
        command(0x46, 0);
    }

    public void run() {
        work.progress();
        while (work.ready()) {
            work.process(64);
        }
    }

    /// Words 0 and 1 of an STE.
    public void ste(int vsid, long word0, long word1) {
        long at = STREAMS - START + vsid * 64L;
        ram.setLong(at + 8, word1);
        ram.setLong(at, word0);
    }

    public int read(int offset) {
        return (int) registers.read(offset, 4);
    }

    public int consumer() {
        return read(CMDQ_CONS) & 0xf_ffff;
    }

    /// CMDQ_CONS.ERR while the error is active, else 0.
    public int error() {
        return ((read(GERROR) ^ read(GERRORN)) & 1) == 0 ? 0 : read(CMDQ_CONS) >>> 24;
    }

    public void acknowledge() {
        registers.write(GERRORN, 4, read(GERROR));
    }

    /// To be called with every message.
    public void onMessage(Runnable listener) {
        onMessage = listener;
    }

    /// A record of a host.
    public void event(int vsid, long... words) {
        work.event(new StreamId(vsid), Words.of(words));
    }

    /// The next record of the guest's event queue; null when there is none.
    public Words nextEvent() {
        if ((read(0x100a8) & 0x7f) == (events & 0x7f)) {
            return null;
        }
        long at = EVENTS - START + (events++ & 63) * 32L;
        registers.write(0x100ac, 4, events & 0x7f | read(0x100a8) & 1 << 31);
        return Words.of(
                ram.getLong(at), ram.getLong(at + 8), ram.getLong(at + 16), ram.getLong(at + 24));
    }

    @Override
    public Ram ram(long address) {
        return ram.holds(address, 1) ? ram : null;
    }

    @Override
    public boolean writeInt(long address, int value) {
        messages.add(value);
        onMessage.run();
        return address == DOORBELL;
    }
}
