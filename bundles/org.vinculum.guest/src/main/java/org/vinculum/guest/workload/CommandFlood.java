package org.vinculum.guest.workload;

import java.util.SplittableRandom;
import org.vinculum.guest.driver.GuestHardware;
import org.vinculum.guest.driver.GuestPages;
import org.vinculum.smmu.spec.command.CfgiSteRange;
import org.vinculum.smmu.spec.command.Command;
import org.vinculum.smmu.spec.command.Sync;
import org.vinculum.smmu.spec.command.TlbiNhVa;

/// Keeps a command queue full of commands of one kind.
public final class CommandFlood implements Workload {
    private static final int EVERYTHING = 31;
    private static final long ADDRESSES = 1L << 48;
    private static final int ASIDS = 1 << 16;
    private static final long ILLEGAL = 0xff;

    private final FloodRing ring;
    private final Source source;
    private final int most;

    /// Where its commands come from.
    @FunctionalInterface
    interface Source {
        void put(FloodRing ring);
    }

    private CommandFlood(FloodRing ring, int most, Source source) {
        this.ring = ring;
        this.most = most;
        this.source = source;
    }

    /// Invalidations of single addresses.
    ///
    /// @param log2 of the size of the queue
    /// @param most commands of one step
    public static CommandFlood invalidations(
            GuestHardware hardware, GuestPages pages, int log2, int most, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        return new CommandFlood(
                new FloodRing(hardware, pages, log2),
                most,
                ring ->
                        ring.put(
                                Command.OPCODE.of(TlbiNhVa.NUMBER)
                                        | TlbiNhVa.ASID.of(random.nextInt(ASIDS)),
                                TlbiNhVa.ADDRESS.inPlace(random.nextLong(ADDRESSES))));
    }

    /// One CMD_SYNC after the other.
    public static CommandFlood syncs(GuestHardware hardware, GuestPages pages, int log2, int most) {
        return new CommandFlood(
                new FloodRing(hardware, pages, log2),
                most,
                ring -> ring.put(Command.OPCODE.of(Sync.NUMBER), 0));
    }

    /// Invalidations of the configuration of all streams.
    public static CommandFlood configurations(
            GuestHardware hardware, GuestPages pages, int log2, int most) {
        return new CommandFlood(
                new FloodRing(hardware, pages, log2),
                most,
                ring ->
                        ring.put(
                                Command.OPCODE.of(CfgiSteRange.NUMBER),
                                CfgiSteRange.RANGE.of(EVERYTHING)));
    }

    /// Commands that stop the queue, each acknowledged at once.
    public static CommandFlood illegal(
            GuestHardware hardware, GuestPages pages, int log2, int most) {
        return new CommandFlood(
                new FloodRing(hardware, pages, log2),
                most,
                ring -> {
                    ring.put(ILLEGAL, 0);
                    ring.show();
                    ring.acknowledgeError();
                });
    }

    @Override
    public void step() {
        int count = Math.min(most, ring.room());
        for (int i = 0; i < count; i++) {
            source.put(ring);
        }
        ring.show();
    }
}
