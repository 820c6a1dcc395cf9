package org.vinculum.hypervisor.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.vinculum.memory.AddressRange;
import org.vinculum.memory.Ram;

class GuestMemoryTests {
    private static final long HOST = 0x80_0000_0000L;
    private static final long GUEST = 0x4000_0000L;
    private static final long PAGE = 0x1000;

    private final MachineMemory machine =
            new MachineMemory(List.of(AddressRange.of(HOST, 1 << 20)), MessageSink.NONE);
    private final List<String> messages = new ArrayList<>();
    private final GuestMemory guest = new GuestMemory(machine, this::message);

    private boolean message(long address, int value) {
        return messages.add("0x%x 0x%x".formatted(address, value));
    }

    @AfterEach
    void close() {
        machine.close();
    }

    @Test
    void theGuestSeesTheMachinesBytesAtItsOwnAddresses() {
        guest.map(GUEST, HOST + 4 * PAGE, 2 * PAGE);

        Ram ram = guest.ram(GUEST + 2 * PAGE - 1);
        ram.setLong(PAGE, 0x1234);

        assertThat(ram.start()).isEqualTo(GUEST);
        assertThat(ram.size()).isEqualTo(2 * PAGE);
        assertThat(machine.ram(HOST).getLong(5 * PAGE)).isEqualTo(0x1234);
    }

    @Test
    void outsideOfWhatIsMappedThereIsNothing() {
        guest.map(GUEST, HOST, PAGE);
        guest.map(GUEST + 2 * PAGE, HOST + PAGE, PAGE);

        assertThat(guest.ram(GUEST - 1)).isNull();
        assertThat(guest.ram(GUEST + PAGE)).isNull();
        assertThat(guest.ram(GUEST + 3 * PAGE)).isNull();
        assertThat(guest.ram(HOST)).isNull();
        assertThat(guest.ram(-1)).isNull();
    }

    @Test
    void aPartThatIsUnmappedLeavesTheRestWhereItWas() {
        guest.map(GUEST, HOST, 8 * PAGE);
        machine.ram(HOST).setLong(6 * PAGE, 0x77);

        guest.unmap(GUEST + 2 * PAGE, 3 * PAGE);

        assertThat(guest.ram(GUEST).size()).isEqualTo(2 * PAGE);
        assertThat(guest.ram(GUEST + 2 * PAGE)).isNull();
        assertThat(guest.ram(GUEST + 4 * PAGE)).isNull();
        Ram tail = guest.ram(GUEST + 5 * PAGE);
        assertThat(tail.start()).isEqualTo(GUEST + 5 * PAGE);
        assertThat(tail.size()).isEqualTo(3 * PAGE);
        assertThat(tail.getLong(PAGE)).isEqualTo(0x77);
    }

    @Test
    void unmappingReachesOverSeveralPiecesAndWhatIsBetween() {
        guest.map(GUEST, HOST, 2 * PAGE);
        guest.map(GUEST + 4 * PAGE, HOST + 2 * PAGE, 2 * PAGE);

        guest.unmap(GUEST + PAGE, 4 * PAGE);

        assertThat(guest.ram(GUEST).size()).isEqualTo(PAGE);
        assertThat(guest.ram(GUEST + PAGE)).isNull();
        assertThat(guest.ram(GUEST + 4 * PAGE)).isNull();
        assertThat(guest.ram(GUEST + 5 * PAGE).start()).isEqualTo(GUEST + 5 * PAGE);
    }

    @Test
    void onlyRamOfTheMachineIsShownAndOnlyOnce() {
        guest.map(GUEST, HOST, 2 * PAGE);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> guest.map(GUEST + PAGE, HOST + 4 * PAGE, PAGE));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> guest.map(0, HOST + (1 << 20) - PAGE, 2 * PAGE));
        assertThatIllegalArgumentException().isThrownBy(() -> guest.map(0, 0, PAGE));
        assertThatIllegalArgumentException().isThrownBy(() -> guest.map(0x10, HOST, PAGE));
    }

    @Test
    void aMessageGoesToRamOrToTheGuestsController() {
        guest.map(GUEST, HOST, PAGE);

        assertThat(guest.writeInt(GUEST + 8, 0x55)).isTrue();
        assertThat(guest.writeInt(0x0809_0040L, 0x21)).isTrue();

        assertThat(machine.ram(HOST).getInt(8)).isEqualTo(0x55);
        assertThat(messages).containsExactly("0x8090040 0x21");
    }
}
