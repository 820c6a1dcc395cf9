package org.vinculum.qemu.meter;

import java.util.ArrayList;
import java.util.List;
import org.vinculum.domain.Device;
import org.vinculum.domain.DmaPort;
import org.vinculum.live.Count;
import org.vinculum.live.ForwardedSmmu;
import org.vinculum.live.GuestSmmu;
import org.vinculum.memory.Ram;
import org.vinculum.memory.StreamId;

/// Counts what a guest does to its SMMU: register writes, commands, transactions, interrupts. Reads of a frame that is shared
/// memory leave no trace, so they are not counted.
///
/// Belongs to the same thread as the SMMU; [#counts] is right once that thread has nothing more to do.
public final class MeteredSmmu extends ForwardedSmmu {
    private final MeteredInterrupts interrupts;
    private final CommandMeter commands;
    private final TransferMeter transfers = new TransferMeter();
    private long writes;

    /// @param memory the guest's, in which its command queue is
    /// @param interrupts those of this SMMU and its devices
    public MeteredSmmu(GuestSmmu smmu, Ram memory, MeteredInterrupts interrupts) {
        super(smmu);
        this.interrupts = interrupts;
        this.commands = new CommandMeter(smmu, memory);
    }

    @Override
    public void write(long offset, int width, long value) {
        commands.writing(offset, value);
        super.write(offset, width, value);
        writes++;
        commands.written(offset, width);
    }

    @Override
    public boolean work(int budget) {
        commands.fetch();
        boolean more = super.work(budget);
        commands.count();
        return more;
    }

    @Override
    public DmaPort connect(StreamId stream, Device device) {
        return new MeteredPort(super.connect(stream, device), transfers);
    }

    /// What is counted here, and behind it what the SMMU counts.
    @Override
    public List<Count> counts() {
        List<Count> counts = new ArrayList<>();
        counts.add(new Count("register writes seen (reads cannot be)", writes));
        commands.report(counts);
        transfers.report(counts);
        interrupts.report(counts);
        counts.addAll(super.counts());
        return List.copyOf(counts);
    }
}
