package org.vinculum.itests.machines.shown;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vinculum.guest.driver.AddressSpace;
import org.vinculum.guest.driver.DeviceDescription;
import org.vinculum.guest.driver.GuestDriver;
import org.vinculum.iommu.Access;
import org.vinculum.itests.machines.Probe;
import org.vinculum.itests.machines.RawCommands;
import org.vinculum.itests.machines.TestedGuest;
import org.vinculum.itests.machines.TestedMachine;

/// Two guests behind one SMMU with the same virtual stream IDs, ASIDs and addresses: neither sees what the other maps, nor
/// what it invalidates.
class EqualNumbersTests {
    private static final int BOTH = Access.READ | Access.WRITE;
    private static final long IOVA = 0x10_0000L;

    private final TestedMachine machine = new TestedMachine("smmuv3-3.2");
    private final TestedGuest one = machine.guest("guest1").with(1, 0, 5);
    private final TestedGuest other = machine.guest("guest2").with(1, 0, 6);
    private AddressSpace space;
    private AddressSpace others;
    private Probe mine;
    private Probe theirs;

    @BeforeEach
    void start() {
        space = attached(one);
        others = attached(other);
        assertThat(space.asid()).isEqualTo(others.asid());
        space.map(IOVA, one.pages.demand(0x2000), 0x2000, BOTH);
        others.map(IOVA, other.pages.demand(0x2000), 0x2000, BOTH);
        mine = new Probe(machine, 0, 5);
        theirs = new Probe(machine, 0, 6);
    }

    private static AddressSpace attached(TestedGuest guest) {
        GuestDriver driver = guest.started();
        AddressSpace space = driver.addressSpace();
        driver.device(DeviceDescription.of(1)).attach(space);
        return space;
    }

    @AfterEach
    void close() {
        assertThat(machine.commandErrors()).isZero();
        machine.close();
    }

    private void translate() {
        assertThat(mine.read(IOVA)).isNotNegative();
        assertThat(theirs.read(IOVA)).isNotNegative();
        assertThat(mine.remembered(IOVA)).isTrue();
        assertThat(theirs.remembered(IOVA)).isTrue();
    }

    @Test
    void theSameAddressLeadsEachToItsOwnMemory() {
        long page = mine.read(IOVA);

        assertThat(theirs.read(IOVA)).isNotEqualTo(page);
        assertThat(mine.read(IOVA)).isEqualTo(page);
    }

    @Test
    void aTranslationThatOneHasMadeAnswersNobodyElse() {
        mine.read(IOVA);
        assertThat(mine.remembered(IOVA)).isTrue();

        assertThat(theirs.walked(IOVA)).isTrue();
    }

    @Test
    void whatOneUnmapsTheOtherStillRemembers() {
        translate();

        others.unmap(IOVA, 0x1000);

        assertThat(theirs.read(IOVA)).isNegative();
        assertThat(mine.remembered(IOVA)).isTrue();
    }

    /// The commands as IHI 0070, 4.3 and 4.4 print them; the ASID in bits 63:48.
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "TLBI_NSNH_ALL,      30, 0",
        "TLBI_NH_ALL,        10, 0",
        "TLBI_NH_ASID 1,     1000000000011, 0",
        "TLBI_NH_VA 1,       1000000000012, 100000",
        "TLBI_NH_VAA,        13, 100000",
        "TLBI_NH_VA VMID 1,  1000100000012, 100000",
        "TLBI_NH_ALL VMID 1, 100000010, 0",
        "TLBI_NH_ALL VMID 2, 200000010, 0",
        "CFGI_ALL,           4, 1f",
        "CFGI_STE 1,         100000003, 1",
        "CFGI_CD_ALL 1,      100000006, 0"
    })
    void whateverOneInvalidatesTheOtherStillRemembers(String command, String word0, String word1) {
        RawCommands commands = new RawCommands(machine, other);
        translate();

        commands.execute(hex(word0), hex(word1));

        assertThat(commands.isDone()).as(command).isTrue();
        assertThat(mine.remembered(IOVA)).as(command).isTrue();
        assertThat(theirs.read(IOVA)).isNotNegative();
    }

    /// So that the test above could fail: for the guest itself these invalidations are real.
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "TLBI_NSNH_ALL,    30, 0",
        "TLBI_NH_ALL,      10, 0",
        "TLBI_NH_ASID 1,   1000000000011, 0",
        "TLBI_NH_VA 1,     1000000000012, 100000",
        "TLBI_NH_VAA,      13, 100000"
    })
    void whatOneInvalidatesItForgetsItself(String command, String word0, String word1) {
        RawCommands commands = new RawCommands(machine, other);
        translate();

        commands.execute(hex(word0), hex(word1));

        assertThat(theirs.walked(IOVA)).as(command).isTrue();
    }

    private static long hex(String digits) {
        return Long.parseUnsignedLong(digits, 16);
    }

    @Test
    void oneThatIsTurnedOffTakesNothingFromTheOther() {
        translate();

        other.hardware.write(0x20, 4, 0xc);
        machine.settle();

        assertThat(mine.remembered(IOVA)).isTrue();
    }

    @Test
    void oneThatIsDestroyedTakesNothingFromTheOther() {
        translate();

        other.domain.destroy();

        assertThat(mine.remembered(IOVA)).isTrue();
        assertThat(theirs.read(IOVA)).isNegative();
    }
}
