package org.vinculum.hypervisor.stage2;

import java.util.ArrayDeque;
import java.util.Deque;
import org.vinculum.hypervisor.memory.MachineMemory;
import org.vinculum.memory.Ram;

/// The memory of a domain's tables, a page each but for the first ones, which lie side by side. Pages that are of no use any
/// more wait until SMMUs have forgotten them.
final class TablePages {
    private final MachineMemory memory;
    private final TableShape shape;
    private final long start;
    private final long startBytes;
    private final Deque<Long> retired = new ArrayDeque<>();
    private long bytes;

    TablePages(MachineMemory memory, TableShape shape) {
        this.memory = memory;
        this.shape = shape;
        long size = (long) shape.entries(shape.start()) * Long.BYTES;
        this.startBytes = Math.max(MachineMemory.PAGE, size);
        this.start = memory.allocate(startBytes, startBytes);
        this.bytes = startBytes;
    }

    long start() {
        return start;
    }

    long bytes() {
        return bytes;
    }

    /// A table of entries that are not valid.
    long allocate() {
        long table = memory.allocate(MachineMemory.PAGE, MachineMemory.PAGE);
        bytes += MachineMemory.PAGE;
        return table;
    }

    /// Sets a table aside, which no other leads to any more, and all below it.
    void retire(long table, int level) {
        if (level < TableShape.LAST_LEVEL) {
            for (int i = 0; i < TableShape.ENTRIES; i++) {
                long entry = read(table, i);
                if (Descriptors.isTable(entry, level)) {
                    retire(Descriptors.address(entry), level + 1);
                }
            }
        }
        retired.add(table);
    }

    /// Whether no entry of a table is valid.
    ///
    /// @param from an entry close to which one that is valid is likely
    boolean isEmpty(long table, int from) {
        Ram ram = memory.ram(table);
        long start = table - ram.start();
        for (int i = 0; i <= TableShape.ENTRIES / 2; i++) {
            if (isValid(ram, start, from + i) || isValid(ram, start, from - i)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isValid(Ram ram, long start, int index) {
        long entry = Math.floorMod(index, TableShape.ENTRIES);
        return Descriptors.valid(ram.getLong(start + entry * Long.BYTES));
    }

    void giveBack() {
        while (!retired.isEmpty()) {
            memory.release(retired.remove(), MachineMemory.PAGE);
            bytes -= MachineMemory.PAGE;
        }
    }

    void close() {
        for (int i = 0; i < shape.entries(shape.start()); i++) {
            long entry = read(start, i);
            if (Descriptors.isTable(entry, shape.start())) {
                retire(Descriptors.address(entry), shape.start() + 1);
            }
        }
        giveBack();
        memory.release(start, startBytes);
        bytes = 0;
    }

    long read(long table, int index) {
        Ram ram = memory.ram(table);
        return ram.getLong(table - ram.start() + (long) index * Long.BYTES);
    }

    /// Writes an entry after everything that it leads to.
    void write(long table, int index, long descriptor) {
        Ram ram = memory.ram(table);
        ram.setLongRelease(table - ram.start() + (long) index * Long.BYTES, descriptor);
    }
}
