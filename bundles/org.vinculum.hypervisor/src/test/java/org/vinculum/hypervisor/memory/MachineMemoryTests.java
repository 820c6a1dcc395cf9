package org.vinculum.hypervisor.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.vinculum.domain.MachineRefusedException;
import org.vinculum.memory.AddressRange;
import org.vinculum.memory.Ram;

class MachineMemoryTests {
    private static final long PAGE = MachineMemory.PAGE;
    private static final long LOW = 0x4000_0000L;
    private static final long HIGH = 0x80_0000_0000L;
    private static final long MIB = 1 << 20;
    private static final long GIB = 1 << 30;
    private static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG;

    private final List<String> messages = new ArrayList<>();
    private final MachineMemory memory =
            new MachineMemory(
                    List.of(AddressRange.of(HIGH, 64 * GIB), AddressRange.of(LOW, 8 * MIB)),
                    this::message);

    private boolean message(long address, int value) {
        messages.add("0x%x 0x%x".formatted(address, value));
        return address == 0x2a44_0040L;
    }

    @AfterEach
    void close() {
        memory.close();
    }

    private void set(long address, long value) {
        Ram ram = memory.ram(address);
        ram.setLong(address - ram.start(), value);
    }

    private long get(long address) {
        Ram ram = memory.ram(address);
        return ram.getLong(address - ram.start());
    }

    @Test
    void ramIsWhereItWasSaidToBe() {
        assertThat(memory.ram(LOW - 1)).isNull();
        assertThat(memory.ram(LOW).start()).isEqualTo(LOW);
        assertThat(memory.ram(LOW + 8 * MIB - 1).size()).isEqualTo(8 * MIB);
        assertThat(memory.ram(LOW + 8 * MIB)).isNull();
        assertThat(memory.ram(HIGH + 64 * GIB - 1).start()).isEqualTo(HIGH);
        assertThat(memory.ram(HIGH + 64 * GIB)).isNull();
        assertThat(memory.ram(-1)).isNull();
    }

    @Test
    void farPartsOfALargeRamHoldWhatIsWritten() {
        set(HIGH + 63 * GIB, 0x1234);

        assertThat(get(HIGH + 63 * GIB)).isEqualTo(0x1234);
        assertThat(get(HIGH + 63 * GIB - 8)).isZero();
    }

    @Test
    void adjacentRangesAreOneRam() {
        var ranges = List.of(AddressRange.of(LOW, PAGE), AddressRange.of(LOW + PAGE, PAGE));
        try (var other = new MachineMemory(ranges, MessageSink.NONE)) {
            assertThat(other.ram(LOW).size()).isEqualTo(2 * PAGE);
        }
    }

    @Test
    void whatIsNoRamOfAMachineIsRefused() {
        for (AddressRange range :
                List.of(
                        AddressRange.of(LOW + 8, PAGE),
                        AddressRange.of(LOW, 8),
                        AddressRange.of(LOW, 0),
                        AddressRange.of(1L << 56, PAGE),
                        AddressRange.of(-PAGE, PAGE))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new MachineMemory(List.of(range), MessageSink.NONE))
                    .withMessageContaining(range.toString());
        }
        var twice = List.of(AddressRange.of(LOW, 2 * PAGE), AddressRange.of(LOW + PAGE, PAGE));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MachineMemory(twice, MessageSink.NONE));
    }

    @Test
    void tablesComeFromTheHighestAddressesAndGuestsFromTheLowest() {
        assertThat(memory.allocate(PAGE, PAGE)).isEqualTo(HIGH + 64 * GIB - PAGE);
        assertThat(memory.allocate(0x4000, 0x4000)).isEqualTo(HIGH + 64 * GIB - 0x8000);
        assertThat(memory.allocate(4 * MIB, 2 * MIB)).isEqualTo(LOW);
        assertThat(memory.allocate(3 * GIB, GIB)).isEqualTo(HIGH);
        assertThat(memory.allocate(2 * MIB, 2 * MIB)).isEqualTo(LOW + 4 * MIB);
        assertThat(memory.allocated()).isEqualTo(0x5000 + 6 * MIB + 3 * GIB);
    }

    @Test
    void whatIsNotFreeIsRefusedWithAReason() {
        memory.allocateAt(LOW + MIB, MIB);

        assertThatThrownBy(() -> memory.allocateAt(LOW, 2 * MIB))
                .isInstanceOf(MachineRefusedException.class)
                .hasMessage("Memory at 0x40000000+0x200000 is not free.");
        assertThatThrownBy(() -> memory.allocateAt(LOW + 8 * MIB, PAGE))
                .isInstanceOf(MachineRefusedException.class);
        assertThatThrownBy(() -> memory.allocate(65 * GIB, PAGE))
                .isInstanceOf(MachineRefusedException.class)
                .hasMessage("No 0x1040000000 bytes of memory are free at a multiple of 0x1000.");
    }

    @Test
    void onlyWholePagesAreAllocatedAndOnlyWhatIsAllocatedIsReleased() {
        assertThatIllegalArgumentException().isThrownBy(() -> memory.allocate(0, PAGE));
        assertThatIllegalArgumentException().isThrownBy(() -> memory.allocate(PAGE, 3 * PAGE));
        assertThatIllegalArgumentException().isThrownBy(() -> memory.allocate(PAGE + 8, PAGE));
        assertThatIllegalArgumentException().isThrownBy(() -> memory.release(LOW, PAGE));
        memory.allocateAt(LOW, 2 * PAGE);
        memory.release(LOW, PAGE);
        assertThatIllegalArgumentException().isThrownBy(() -> memory.release(LOW, 2 * PAGE));
    }

    @Test
    void aReleasedPageIsWiped() {
        memory.allocateAt(LOW, PAGE);
        set(LOW + 8, -1);
        memory.release(LOW, PAGE);

        assertThat(get(LOW + 8)).isZero();
    }

    @Test
    void everyPageOfAReleasedGuestIsWipedAndNoOther() {
        long guest = memory.allocate(5 * MIB, PAGE);
        long neighbour = guest + 5 * MIB;
        for (long at = guest; at < neighbour; at += 3 * PAGE) {
            set(at + at / PAGE % 512 * 8, -1);
        }
        set(neighbour - 8, -1);
        set(neighbour, 0x77);
        memory.release(guest, 5 * MIB);

        assertThat(memory.ram(guest).segment().asSlice(0, 5 * MIB).elements(LONG))
                .allMatch(word -> word.get(LONG, 0) == 0);
        assertThat(get(neighbour)).isEqualTo(0x77);
    }

    @Test
    void anInterruptDoesNotKeepMemoryFromBeingWiped() {
        long guest = memory.allocate(4 * MIB, 2 * MIB);
        set(guest + 3 * MIB, -1);
        Thread.currentThread().interrupt();
        memory.release(guest, 4 * MIB);

        assertThat(Thread.interrupted()).isTrue();
        assertThat(get(guest + 3 * MIB)).isZero();
    }

    @Test
    void aMessageGoesToRamOrToWhatAnswersElsewhere() {
        assertThat(memory.writeInt(LOW + 4, 0x1234)).isTrue();
        assertThat(memory.writeInt(0x2a44_0040L, 0x21)).isTrue();
        assertThat(memory.writeInt(0x2a44_0044L, 0x22)).isFalse();

        assertThat(get(LOW)).isEqualTo(0x1234_0000_0000L);
        assertThat(messages).containsExactly("0x2a440040 0x21", "0x2a440044 0x22");
    }
}
