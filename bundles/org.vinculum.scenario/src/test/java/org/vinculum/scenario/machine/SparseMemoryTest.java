package org.vinculum.scenario.machine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.vinculum.memory.AddressRange;
import org.vinculum.scenario.line.Interrupt;

/// Memory around a model.
class SparseMemoryTest {
    private final InterruptLog interrupts = new InterruptLog();

    @Test
    void largeRamIsZeroFilledAndCostsNoHeap() {
        try (SparseMemory memory = new SparseMemory(interrupts)) {
            memory.add(AddressRange.of(0x4000_0000L, 8L << 30));
            long last = 0x4000_0000L + (8L << 30) - 8;
            assertThat(memory.ram(last).getLong(last - 0x4000_0000L)).isZero();
            assertThat(memory.size()).isEqualTo(8L << 30);
        }
    }

    @Test
    void whereThereIsNoRamNothingAnswers() {
        try (SparseMemory memory = new SparseMemory(interrupts)) {
            memory.add(AddressRange.of(0x1000, 0x1000));
            assertThat(memory.ram(0xfff)).isNull();
            assertThat(memory.ram(0x2000)).isNull();
            assertThat(memory.writeInt(0x2000, 1)).isFalse();
            assertThat(interrupts.take()).isEmpty();
        }
    }

    @Test
    void softwareReadsAndWritesFromOnePieceIntoTheNext() {
        try (SparseMemory memory = new SparseMemory(interrupts)) {
            memory.add(AddressRange.of(0x1000, 0x1000));
            memory.add(AddressRange.of(0x2000, 0x1000));
            Bytes bytes = new Bytes(memory);

            bytes.writeWords(0x1ffc, 0x1122_3344_5566_7788L);
            assertThat(memory.ram(0x2000).getInt(0)).isEqualTo(0x1122_3344);
            assertThat(bytes.readWords(0x1ffc, 1).orElseThrow())
                    .containsExactly(0x1122_3344_5566_7788L);
            assertThat(bytes.read(0x2ffc, 8)).isEmpty();
        }
    }

    @Test
    void aMessageIsWrittenAndRemembered() {
        try (SparseMemory memory = new SparseMemory(interrupts)) {
            memory.add(AddressRange.of(0x1000, 0x1000));
            assertThat(memory.writeInt(0x1040, 5)).isTrue();
            assertThat(memory.ram(0x1040).getInt(0x40)).isEqualTo(5);
            assertThat(interrupts.take()).containsExactly(new Interrupt.Message(0x1040, 5));
        }
    }
}
