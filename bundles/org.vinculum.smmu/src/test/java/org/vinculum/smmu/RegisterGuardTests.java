package org.vinculum.smmu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vinculum.smmu.fake.Machine;

class RegisterGuardTests {
    private final Bench bench = Bench.of("smmuv3-3.2");

    @ParameterizedTest(name = "0x{0} under CR0 {1}")
    @CsvSource({
        "80, 1",
        "84, 1",
        "88, 1",
        "2c, 1",
        "90, 8",
        "94, 8",
        "9c, 8",
        "a0, 4",
        "a4, 4",
        "100a8, 4",
        "c0, 2",
        "100c8, 2"
    })
    void aGuardedRegisterKeepsItsValueWhileWhatItConfiguresIsOn(String hex, long enabling) {
        long offset = Long.parseLong(hex, 16);
        bench.write(offset, 0x2);
        long before = bench.read(offset);

        bench.write(0x20, enabling);
        bench.write(offset, 0xffff_ffffL);

        assertThat(bench.read(offset)).isEqualTo(before);
        bench.write(0x20, 0);
        bench.write(offset, 0xffff_ffffL);
        assertThat(bench.read(offset)).isNotEqualTo(before);
    }

    @ParameterizedTest(name = "0x{0} under IRQ_CTRL {1}")
    @CsvSource({
        "68, 1", "6c, 1", "70, 1", "74, 1", "b0, 4", "b8, 4", "bc, 4", "d0, 2", "d8, 2", "dc, 2"
    })
    void theMessageOfAnInterruptIsFixedWhileTheInterruptIsEnabled(String hex, long enabling) {
        long offset = Long.parseLong(hex, 16);
        bench.write(offset, 0x4);

        bench.write(0x50, enabling);
        bench.write(offset, 0x8);

        assertThat(bench.read(offset)).isEqualTo(0x4);
    }

    @Test
    void tableAttributesAreGuardedByTranslationAndQueueAttributesByAnyQueue() {
        bench.write(0x20, 0x4);
        bench.write(0x28, 0xfff);
        assertThat(bench.read(0x28)).isEqualTo(0xfc0);

        bench.write(0x20, 0x1);
        bench.write(0x28, 0x3f);
        assertThat(bench.read(0x28)).isEqualTo(0xfff);
    }

    @Test
    void everyChangeOfControlIsAcknowledgedAtOnce() {
        bench.write(0x20, 0x1d);
        bench.write(0x50, 0xff);

        assertThat(bench.read(0x24)).isEqualTo(0x1d);
        assertThat(bench.read(0x54)).isEqualTo(0x7);
    }

    @Test
    void withoutPriAndAtsTheirBitsOfControlAreReserved() {
        var plain = Bench.of("qemu-9.2");

        plain.write(0x20, 0xffff_ffffL);
        plain.write(0x50, 0xffff_ffffL);

        assertThat(plain.read(0x20)).isEqualTo(0xd);
        assertThat(plain.read(0x54)).isEqualTo(0x5);
    }

    @Test
    void globalBypassTakesOnlyAWriteThatAsksForTheUpdate() {
        assertThat(bench.read(0x44)).isEqualTo(0x1000);

        bench.write(0x44, 0x10_0000);
        assertThat(bench.read(0x44)).isEqualTo(0x1000);

        bench.write(0x44, 0x8010_0000L);
        assertThat(bench.read(0x44)).isEqualTo(0x10_0000);
        assertThat(bench.translation.control.get().gbpa()).isEqualTo(0x10_0000);
    }

    @Test
    void addressesBeyondTheOutputSizeAreReserved() {
        var narrow = Bench.of("smmuv3-3.2", Map.of("IDR5", 0x71L));

        narrow.smmu.write(0x80, 8, -1);
        narrow.smmu.write(0x90, 8, -1);
        narrow.smmu.write(0xb0, 8, -1);

        assertThat(narrow.smmu.read(0x80, 8)).isEqualTo(0x4000_000f_ffff_ffc0L);
        assertThat(narrow.smmu.read(0x90, 8)).isEqualTo(0x4000_000f_ffff_ffffL);
        assertThat(narrow.smmu.read(0xb0, 8)).isEqualTo(0x0000_000f_ffff_fffcL);
    }

    @Test
    void whatIsNotAssignedReadsAsZeroWhateverIsWritten() {
        for (long offset :
                new long[] {
                    0x4c, 0x78, 0x130, 0x180, 0x190, 0x200, 0x4000, 0x8000, 0x8020, 0xfffc, 0x10000,
                    0x1fffc
                }) {
            bench.write(offset, 0xffff_ffffL);

            assertThat(bench.read(offset)).as(Long.toHexString(offset)).isZero();
        }
    }

    @Test
    void theIndexesOfOutputQueuesAreOnPage1Only() {
        bench.write(0x100ac, 0x1);

        assertThat(bench.read(0xac)).isZero();
        assertThat(bench.read(0x100ac)).isEqualTo(1);
    }

    @Test
    void onThunderX2TheyAreOnPage0Only() {
        var thunder = Bench.of("thunderx2");

        thunder.write(0xac, 0x1);

        assertThat(thunder.read(0xac)).isEqualTo(1);
        assertThat(thunder.read(0x100ac)).isZero();
    }

    @Test
    void theComponentIdentificationIsThatOfPrimecells() {
        assertThat(
                        new long[] {
                            bench.read(0xff0),
                            bench.read(0xff4),
                            bench.read(0xff8),
                            bench.read(0xffc)
                        })
                .containsExactly(0x0d, 0xf0, 0x05, 0xb1);
    }

    @Test
    void qemuShowsTheRegistersOfQemu() {
        var qemu = Bench.of("qemu-9.2");

        assertThat(
                        new long[] {
                            qemu.read(0x0),
                            qemu.read(0x4),
                            qemu.read(0xc),
                            qemu.read(0x14),
                            qemu.read(0x1c)
                        })
                .containsExactly(0x0d44_101bL, 0x0273_0010L, 0x1414, 0x74, 0x1);
        assertThat(
                        new long[] {
                            qemu.read(0xfd0),
                            qemu.read(0xfe0),
                            qemu.read(0xfe4),
                            qemu.read(0xfe8),
                            qemu.read(0xfec)
                        })
                .containsExactly(0x04, 0x84, 0xb4, 0xf0, 0x10);
    }

    @Test
    void a64BitRegisterIsTheSameInHalves() {
        bench.smmu.write(0x80, 8, 0x4000_0001_2345_6780L);

        assertThat(bench.read(0x80)).isEqualTo(0x2345_6780L);
        assertThat(bench.read(0x84)).isEqualTo(0x4000_0001L);

        bench.write(0x84, 0x2);
        assertThat(bench.smmu.read(0x80, 8)).isEqualTo(0x2_2345_6780L);
    }

    @Test
    void theTablesBaseIsAlignedToTheTable() {
        bench.write(0x88, 0x8);
        bench.smmu.write(0x80, 8, Machine.RAM + 0x1_2340);
        bench.write(0x20, 1);
        assertThat(bench.translation.control.get().streamTable()).isEqualTo(Machine.RAM + 0x1_0000);
        assertThat(bench.translation.control.get().split()).isZero();

        bench.write(0x20, 0);
        bench.write(0x88, 0x1_0210);
        bench.write(0x20, 1);
        assertThat(bench.translation.control.get().split()).isEqualTo(8);
        assertThat(bench.translation.control.get().streamTable()).isEqualTo(Machine.RAM + 0x1_2000);
    }

    @Test
    void aReservedSplitCountsAsSix() {
        bench.write(0x88, 0x1_01c8);
        bench.write(0x20, 1);

        assertThat(bench.translation.control.get().split()).isEqualTo(6);
        assertThat(bench.translation.control.get().streamTableLog2Size()).isEqualTo(8);
    }

    @Test
    void aTableIsNoLargerThanThereAreStreams() {
        var few = Bench.of("qemu-9.2");

        few.write(0x88, 0x3f);
        few.write(0x20, 1);

        assertThat(few.translation.control.get().streamTableLog2Size()).isEqualTo(16);
    }

    @Test
    void anAccessThatIsNotOneIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> bench.smmu.read(0, 2))
                .withMessageContaining("not 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> bench.smmu.read(0x84, 8))
                .withMessageContaining("0x84");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> bench.smmu.write(0x2_0000, 4, 0))
                .withMessageContaining("0x20000");
        assertThatIllegalArgumentException().isThrownBy(() -> bench.smmu.read(-8, 8));
    }
}
