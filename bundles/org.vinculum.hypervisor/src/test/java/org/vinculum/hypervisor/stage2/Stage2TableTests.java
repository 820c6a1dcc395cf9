package org.vinculum.hypervisor.stage2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.vinculum.domain.MachineRefusedException;
import org.vinculum.hypervisor.host.Stage2;

class Stage2TableTests {
    private static final long GIB = 1L << 30;
    private static final long PAGE = 0x1000;
    private static final long ADDRESS = 0xffff_ffff_f000L;

    private final TestedMachine machine = new TestedMachine(16 << 20);
    private final Stage2Table table = machine.table(40);
    private final long start = table.named(1).word3();

    @AfterEach
    void close() {
        machine.close();
    }

    private long entry(long table, long index) {
        return machine.read(table + 8 * index);
    }

    @Test
    void blocksOfRamAreWriteBackInnerShareableAndWritable() {
        table.map(3 * GIB, 0x80_4000_0000L, GIB, true);

        assertThat(entry(start, 3)).isEqualTo(0x0000_0080_4000_07fdL);
    }

    @Test
    void pagesOfRamSayThatTheyArePages() {
        table.map(0x4000_1000L, 0x80_0000_2000L, PAGE, true);

        long level2 = entry(start, 1);
        long level3 = entry(level2 & ADDRESS, 0);
        assertThat(level2 & 0xfff).isEqualTo(3);
        assertThat(level3 & 0xfff).isEqualTo(3);
        assertThat(entry(level3 & ADDRESS, 1)).isEqualTo(0x0000_0080_0000_27ffL);
    }

    @Test
    void everythingElseIsDeviceMemoryThatNobodyExecutes() {
        table.map(0x20_0000L, 0x2a40_0000L, 2 << 20, false);
        table.map(0x40_0000L, 0x2a60_0000L, PAGE, false);

        long level2 = entry(start, 0) & ADDRESS;
        assertThat(entry(level2, 1)).isEqualTo(0x0040_0000_2a40_06c5L);
        assertThat(entry(entry(level2, 2) & ADDRESS, 0)).isEqualTo(0x0040_0000_2a60_06c7L);
    }

    @Test
    void entriesNameTwoConcatenatedTablesOfLevel1For40Bits() {
        assertThat(start % 0x2000).isZero();
        assertThat(table.tableBytes()).isEqualTo(0x2000);
        assertThat(table.named(0x1234))
                .isEqualTo(new Stage2(0x1234, 0x046d_3558_0000_0000L, start));
    }

    @Test
    void entriesNameOneTableOfLevel0For48Bits() {
        try (Stage2Table large = machine.table(48)) {
            assertThat(large.tableBytes()).isEqualTo(PAGE);
            assertThat(large.named(1).word2()).isEqualTo(0x046d_3590_0000_0000L);
        }
    }

    @Test
    void entriesSayTheSizeThatAllSmmusHave() {
        var hosts = new Stage2Capabilities(44, true, true);
        try (var small = new Stage2Table(machine.memory, 32, hosts, Invalidation.NONE)) {
            assertThat(small.named(1).word2()).isEqualTo(0x046c_3560_0000_0000L);
        }
    }

    @Test
    void vmidsOfNobodyAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> table.named(0));
        assertThatIllegalArgumentException().isThrownBy(() -> table.named(0x1_0000));
    }

    @Test
    void aPartOfABlockGoesWithABreakBeforeTheMake() {
        table.map(0, 0x100_0000_0000L, GIB, true);

        table.unmap(0x3fff_f000L, PAGE);

        assertThat(machine.forgotten).containsExactly("0x0+0x40000000", "0x3fe00000+0x200000");
        long level2 = entry(start, 0) & ADDRESS;
        assertThat(entry(level2, 510)).isEqualTo(0x0000_0100_3fc0_07fdL);
        long level3 = entry(level2, 511) & ADDRESS;
        assertThat(entry(level3, 510)).isEqualTo(0x0000_0100_3fff_e7ffL);
        assertThat(entry(level3, 511)).isZero();
    }

    @Test
    void noBlockIsBrokenWhereAllSmmusLetItChangeInPlace() {
        var hosts = new Stage2Capabilities(48, true, true);
        try (var other = new Stage2Table(machine.memory, 40, hosts, machine::forget)) {
            other.map(0, 0, GIB, true);
            other.unmap(0, PAGE);
        }
        assertThat(machine.forgotten).isEmpty();
    }

    @Test
    void tablesAreGivenBackOnlyWhenTranslationsAreForgotten() {
        long before = table.tableBytes();
        table.map(0x1000, 0x1000, PAGE, true);
        long level2 = entry(start, 0) & ADDRESS;
        table.unmap(0, GIB);

        assertThat(entry(start, 0)).isZero();
        assertThat(machine.memory.allocate(PAGE, PAGE)).isNotEqualTo(level2);
        assertThat(table.tableBytes()).isEqualTo(before + 2 * PAGE);

        table.clean();
        assertThat(table.tableBytes()).isEqualTo(before);
    }

    @Test
    void aTableWhoseLastPageGoesGoesToo() {
        long before = table.tableBytes();
        table.map(0x1000, 0x1000, 2 * PAGE, true);

        table.unmap(0x1000, PAGE);
        assertThat(entry(start, 0)).isNotZero();
        table.unmap(0x2000, PAGE);
        table.clean();

        assertThat(entry(start, 0)).isZero();
        assertThat(table.tableBytes()).isEqualTo(before);
    }

    @Test
    void nothingIsMappedBeforeWhatWasThereIsForgotten() {
        table.map(0, 0, PAGE, true);
        table.unmap(0, PAGE);

        assertThatIllegalStateException().isThrownBy(() -> table.map(0, PAGE, PAGE, true));
        table.clean();
        table.map(0, PAGE, PAGE, true);
    }

    @Test
    void nothingIsMappedTwice() {
        table.map(0x20_0000L, 0, 2 << 20, true);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> table.map(0x10_0000L, 0, 0x10_1000L, true))
                .withMessage("mapped already: 0x100000+0x101000");
        assertThatIllegalArgumentException().isThrownBy(() -> table.map(0, 0, GIB, true));
    }

    @Test
    void addressesAreWholePagesOfWhatThereIs() {
        assertThatIllegalArgumentException().isThrownBy(() -> table.map(0x800, 0, PAGE, true));
        assertThatIllegalArgumentException().isThrownBy(() -> table.map(0, 0x800, PAGE, true));
        assertThatIllegalArgumentException().isThrownBy(() -> table.map(0, 0, 0x800, true));
        assertThatIllegalArgumentException().isThrownBy(() -> table.map(0, 0, 0, true));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> table.map((1L << 40) - PAGE, 0, 2 * PAGE, true));
        assertThatIllegalArgumentException().isThrownBy(() -> table.map(0, 1L << 48, PAGE, true));
        assertThatIllegalArgumentException().isThrownBy(() -> table.unmap(-PAGE, PAGE));
    }

    @Test
    void withoutMemoryForTablesNothingIsMapped() {
        long room = (16 << 20) - machine.memory.allocated() - 4 * PAGE;
        long rest = machine.memory.allocate(room, PAGE);

        assertThatThrownBy(() -> table.map(PAGE, 0, 16 << 20, true))
                .isInstanceOf(MachineRefusedException.class);

        assertThat(entry(start, 0)).isZero();
        assertThat(table.tableBytes()).isEqualTo(0x2000);
        machine.memory.release(rest, room);
        table.map(PAGE, 0, 16 << 20, true);
    }

    @Test
    void whatIsClosedLeavesNoMemoryBehind() {
        long before = machine.memory.allocated();
        try (Stage2Table other = machine.table(48)) {
            other.map(0, PAGE, 3 * GIB / 512, true);
            other.unmap(0, PAGE);
        }

        assertThat(machine.memory.allocated()).isEqualTo(before);
    }
}
