package org.vinculum.qemu.trace;

import java.lang.foreign.MemorySegment;
import java.util.Optional;
import org.vinculum.domain.DmaPort;
import org.vinculum.iommu.Outcome;
import org.vinculum.scenario.model.Ending;
import org.vinculum.scenario.model.Transaction;

/// Writes down what a device sends.
final class TracedPort implements DmaPort {
    private final DmaPort port;
    private final int stream;
    private final Trace trace;

    TracedPort(DmaPort port, int stream, Trace trace) {
        this.port = port;
        this.stream = stream;
        this.trace = trace;
    }

    private Transaction transaction(
            boolean request, int substreamId, long address, int access, long size) {
        return new Transaction(
                request, stream, substreamId, address, access, (int) size, Optional.empty());
    }

    @Override
    public long transfer(
            int substreamId, long address, int access, MemorySegment bytes, Outcome outcome) {
        Transaction transaction =
                transaction(false, substreamId, address, access, bytes.byteSize());
        Ending expected = trace.send(transaction);
        long answer = port.transfer(substreamId, address, access, bytes, outcome);
        trace.ended(transaction, expected, Ending.of(answer, false, outcome));
        return answer;
    }

    @Override
    public long translate(int substreamId, long address, int access, Outcome outcome) {
        Transaction transaction = transaction(false, substreamId, address, access, 1);
        Ending expected = trace.send(transaction);
        long answer = port.translate(substreamId, address, access, outcome);
        trace.ended(transaction, expected, Ending.of(answer, false, outcome));
        return answer;
    }

    @Override
    public long requestTranslation(int substreamId, long address, int access, Outcome outcome) {
        Transaction transaction = transaction(true, substreamId, address, access, 1);
        Ending expected = trace.send(transaction);
        long answer = port.requestTranslation(substreamId, address, access, outcome);
        trace.ended(transaction, expected, Ending.of(answer, true, outcome));
        return answer;
    }

    @Override
    public void requestPage(int substreamId, long address, int access, int group, boolean last) {
        trace.requestPage(stream, substreamId, address, access, group, last);
        port.requestPage(substreamId, address, access, group, last);
        trace.observe();
    }

    @Override
    public boolean writeInt(long physical, int value) {
        return port.writeInt(physical, value);
    }

    @Override
    public void disconnect() {
        port.disconnect();
    }
}
