package org.vinculum.hypervisor.stage2;

import java.util.ArrayList;
import java.util.List;
import org.vinculum.hypervisor.memory.MachineMemory;
import org.vinculum.hypervisor.memory.MessageSink;
import org.vinculum.memory.AddressRange;
import org.vinculum.memory.Ram;

/// A machine's memory in a test, from 1 GiB on, and a list of what SMMUs were asked to forget.
final class TestedMachine implements AutoCloseable {
    static final long RAM = 0x4000_0000L;
    static final Stage2Capabilities HOSTS = new Stage2Capabilities(48, true, false);

    final MachineMemory memory;
    final List<String> forgotten = new ArrayList<>();

    TestedMachine(long size) {
        memory = new MachineMemory(List.of(AddressRange.of(RAM, size)), MessageSink.NONE);
    }

    Stage2Table table(int inputBits) {
        return new Stage2Table(memory, inputBits, HOSTS, this::forget);
    }

    void forget(long ipa, long size) {
        forgotten.add("0x%x+0x%x".formatted(ipa, size));
    }

    long read(long address) {
        Ram ram = memory.ram(address);
        return ram.getLong(address - ram.start());
    }

    @Override
    public void close() {
        memory.close();
    }
}
