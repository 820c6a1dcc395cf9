package org.vinculum.viommu.register;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vinculum.viommu.fake.Guest;

class RegisterGuardTest {
    private static final int IRQ_CTRL = 0x50;

    private final Guest guest = new Guest();

    /// What can be written at all (IHI 0070, 6.3), on an SMMU with MSI, ATS, PRI and 40 bits of address.
    @ParameterizedTest
    @CsvSource({
        "0x28, 0x00000fff", // CR1
        "0x2c, 0x00000002", // CR2: RECINVSID
        "0x68, 0xfffffffc", // GERROR_IRQ_CFG0
        "0x6c, 0x000000ff",
        "0x70, 0xffffffff",
        "0x74, 0x0000003f",
        "0x80, 0xffffffc0", // STRTAB_BASE
        "0x84, 0x400000ff",
        "0x88, 0x000307ff", // STRTAB_BASE_CFG
        "0x90, 0xffffffff", // CMDQ_BASE
        "0x94, 0x400000ff",
        "0x98, 0x000fffff", // CMDQ_PROD
        "0x9c, 0x7f0fffff", // CMDQ_CONS
        "0xa0, 0xffffffff", // EVENTQ_BASE
        "0xa4, 0x400000ff",
        "0xb0, 0xfffffffc", // EVENTQ_IRQ_CFG0
        "0xbc, 0x0000003f",
        "0xc0, 0xffffffff", // PRIQ_BASE
        "0xdc, 0x8000003f", // PRIQ_IRQ_CFG2
        "0x100a8, 0x800fffff", // EVENTQ_PROD
        "0x100ac, 0x800fffff",
        "0x100c8, 0x800fffff", // PRIQ_PROD
        "0x100cc, 0x800fffff",
    })
    void aRegisterHasTheArchitecturesBits(String offset, String bits) {
        int place = Integer.decode(offset);

        guest.write(place, -1);

        assertThat(guest.read(place)).isEqualTo((int) (long) Long.decode(bits));
    }

    /// Register, what is on, and the register that turns it on.
    @ParameterizedTest
    @CsvSource({
        "0x28, 0x1, 0x20", // CR1 (its tables' half), CR2, stream table: SMMUEN
        "0x2c, 0x1, 0x20",
        "0x80, 0x1, 0x20",
        "0x84, 0x1, 0x20",
        "0x88, 0x1, 0x20",
        "0x28, 0x4, 0x20", // CR1 (its queues' half): any queue
        "0x28, 0x8, 0x20",
        "0x28, 0x2, 0x20",
        "0x90, 0x8, 0x20", // command queue: CMDQEN
        "0x94, 0x8, 0x20",
        "0x9c, 0x8, 0x20",
        "0xa0, 0x4, 0x20", // event queue: EVENTQEN
        "0x100a8, 0x4, 0x20",
        "0xc0, 0x2, 0x20", // PRI queue: PRIQEN
        "0x100c8, 0x2, 0x20",
        "0x68, 0x1, 0x50", // interrupts: IRQ_CTRL
        "0x70, 0x1, 0x50",
        "0x74, 0x1, 0x50",
        "0xb0, 0x4, 0x50",
        "0xb8, 0x4, 0x50",
        "0xbc, 0x4, 0x50",
        "0xd0, 0x2, 0x50",
        "0xd8, 0x2, 0x50",
        "0xdc, 0x2, 0x50",
    })
    void aRegisterOrAHalfOfItIsReadOnlyWhileWhatUsesItIsOn(String offset, String on, String by) {
        int place = Integer.decode(offset);
        guest.write(place, -1);
        int open = guest.read(place);
        guest.write(place, 0);

        guest.write(Integer.decode(by), Integer.decode(on));
        guest.write(place, -1);

        assertThat(guest.read(place)).isNotEqualTo(open);
    }

    @Test
    void theHalvesOfCr1AreGuardedApart() {
        guest.write(Guest.CR0, 0x8);
        guest.write(0x28, -1);
        assertThat(guest.read(0x28)).isEqualTo(0x0fc0);

        guest.registers.commandsEnableComplete();
        guest.write(Guest.CR0, 0x1);
        guest.registers.commandsEnableComplete();
        guest.write(0x28, 0x3f);
        assertThat(guest.read(0x28)).isEqualTo(0x0fff);
    }

    @Test
    void aRegisterStaysReadOnlyUntilTurningOffIsAcknowledged() {
        guest.write(Guest.CR0, 0x8);
        guest.registers.commandsEnableComplete();
        guest.write(Guest.CR0, 0x0);

        guest.write(0x90, 0x4000_0008);
        assertThat(guest.read(0x90)).isZero();

        guest.registers.commandsEnableComplete();
        guest.write(0x90, 0x4000_0008);
        assertThat(guest.read(0x90)).isEqualTo(0x4000_0008);
    }

    @Test
    void readOnlyAndUnassignedPlacesIgnoreWrites() {
        for (int offset = 0; offset < 0x2_0000; offset += 4) {
            guest.write(offset, 0);
        }
        int idr0 = guest.read(0x0);
        for (int offset : new int[] {0x0, 0x4, 0x8, 0xc, 0x14, 0x18, 0x1c, 0x24, 0x54, 0x60}) {
            int before = guest.read(offset);
            guest.write(offset, ~before);
            assertThat(guest.read(offset)).as("0x%x", offset).isEqualTo(before);
        }
        for (int offset : new int[] {0x8, 0x10, 0x30, 0x40, 0x48, 0x100, 0x190, 0x200, 0x8000}) {
            guest.write(offset, -1);
            assertThat(guest.read(offset)).as("0x%x", offset).isZero();
        }
        assertThat(guest.read(0x0)).isEqualTo(idr0).isNotZero();
    }

    @Test
    void theAliasesOfPage1OnPage0AreNotThere() {
        guest.write(0xa8, 5);
        guest.write(0xac, 5);

        assertThat(guest.read(0xa8)).isZero();
        assertThat(guest.read(0x100a8)).isZero();
        assertThat(guest.read(0x100ac)).isZero();
    }

    @Test
    void interruptsAreAcknowledgedAtOnce() {
        guest.write(IRQ_CTRL, -1);

        assertThat(guest.read(IRQ_CTRL)).isEqualTo(7);
        assertThat(guest.read(0x54)).isEqualTo(7);
    }
}
