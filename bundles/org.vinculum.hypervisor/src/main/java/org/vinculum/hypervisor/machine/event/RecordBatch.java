package org.vinculum.hypervisor.machine.event;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.vinculum.hypervisor.host.HostRecords;
import org.vinculum.memory.StreamId;
import org.vinculum.smmu.spec.Words;

/// Keeps records from the time the driver has them until nobody holds its lock any more.
final class RecordBatch implements HostRecords {
    private final List<Taken> records = new ArrayList<>();
    private boolean overflow;

    /// @param request to the PRI queue, not the event queue
    record Taken(StreamId psid, Words words, boolean request) {}

    @Override
    public void event(StreamId psid, Words record) {
        records.add(new Taken(psid, record, false));
    }

    @Override
    public void pageRequest(StreamId psid, Words record) {
        records.add(new Taken(psid, record, true));
    }

    @Override
    public void overflow() {
        overflow = true;
    }

    boolean isEmpty() {
        return records.isEmpty();
    }

    /// Gives away all records, oldest first.
    void takeAll(Consumer<Taken> to) {
        records.forEach(to);
        records.clear();
    }

    /// Whether there has been an overflow since the last time.
    boolean takeOverflow() {
        boolean was = overflow;
        overflow = false;
        return was;
    }
}
