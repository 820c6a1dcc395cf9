package org.vinculum.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.vinculum.iommu.Access;
import org.vinculum.iommu.IommuModel;
import org.vinculum.iommu.Outcome;
import org.vinculum.iommu.SavedState;
import org.vinculum.iommu.SmmuProfile.Erratum;
import org.vinculum.tck.random.Seeds;
import org.vinculum.tck.smmu.Driver;
import org.vinculum.tck.smmu.Stage1Page;

/// What a factory of SMMUv3 models has to do besides: the Non-secure programming interface of IHI 0070, as far as every driver
/// relies on it.
public abstract class SmmuV3ModelContract extends IommuModelFactoryContract {
    private static final int BYPASS = 0b1001;
    private static final long SHARED_AS_IT_COMES = 1L << 44;
    private static final int F_TRANSLATION = 0x10;
    private static final int C_BAD_STREAMID = 0x02;
    private static final int C_BAD_STE = 0x04;

    private final TestMachine machine = new TestMachine();

    private Driver driver(TestMachine on, IommuModel model) {
        return new Driver(on, model, factory().errata().contains(Erratum.INDEXES_ON_PAGE_0));
    }

    private Driver started() {
        Driver driver = driver(machine, model(machine));
        driver.start();
        return driver;
    }

    private long idr(int number) {
        return model(new TestMachine()).read(number * 4L, 4);
    }

    private boolean translatesAPage() {
        boolean tables = (idr(0) & 0b1010) == 0b1010 && (idr(0) >>> 21 & 3) != 3;
        return tables && (idr(5) & 1 << 4) != 0;
    }

    private boolean stallsAlways() {
        return (idr(0) >>> 24 & 3) == 2;
    }

    @Test
    public void everythingIsOffAfterReset() {
        Driver driver = driver(machine, model(machine));
        for (long register : new long[] {0x20, 0x24, 0x50, 0x54, 0x60, 0x64}) {
            assertEquals(0, driver.read(register), "0x" + Long.toHexString(register));
        }
    }

    @Test
    public void identificationRegistersCannotBeWritten() {
        IommuModel model = model(machine);
        long[] registers = {0x0, 0x4, 0x8, 0xc, 0x10, 0x14, 0x18, 0x1c, 0x190, 0xfe0, 0xff0, 0xffc};
        for (long register : registers) {
            long before = model.read(register, 4);
            model.write(register, 4, ~before);

            assertEquals(before, model.read(register, 4), "0x" + Long.toHexString(register));
        }
    }

    @Test
    public void aReadOf8BytesIsBothHalves() {
        IommuModel model = model(machine);
        model.write(0x80, 8, 0x0000_0000_4003_0000L);
        for (long offset : new long[] {0x0, 0x8, 0x20, 0x80, 0x90, 0xa0}) {
            assertEquals(
                    model.read(offset, 4) | model.read(offset + 4, 4) << 32,
                    model.read(offset, 8),
                    "0x" + Long.toHexString(offset));
        }
    }

    @Test
    public void whatIsWrittenToATableBaseIsRead() {
        IommuModel model = model(machine);

        model.write(0x80, 8, TestMachine.RAM);

        assertEquals(TestMachine.RAM, model.read(0x80, 8));
    }

    @Test
    public void aTableBaseCannotBeWrittenWhileTranslationIsOn() {
        TestMachine own = new TestMachine();
        IommuModel model = model(own);
        driver(own, model).start();
        long before = model.read(0x80, 8);

        model.write(0x80, 8, before + 0x1000);

        assertEquals(before, model.read(0x80, 8));
    }

    @Test
    public void theValueToShowInsteadIsShown() {
        long narrow = idr(1) & ~0x3fL | 8;
        IommuModel model =
                factory().create(machine.surroundings(), Map.of("IDR1", narrow, "IDR0", idr(0)));

        assertEquals(narrow, model.read(0x4, 4));
        assertEquals(idr(0), model.read(0x0, 4));
    }

    @Test
    public void aStreamOutsideTheShownSizeIsRefusedAndReported() {
        Map<String, Long> narrow = Map.of("IDR1", idr(1) & ~0x3fL | 5);
        Driver driver = driver(machine, factory().create(machine.surroundings(), narrow));
        driver.start();
        driver.stream(3, BYPASS, SHARED_AS_IT_COMES);

        assertEquals(0x1000, driver.translate(3, 0x1000, Access.READ));
        assertTrue(driver.translate(32, 0x1000, Access.READ) < 0);
        assertEquals(C_BAD_STREAMID | 32L << 32, driver.event() & 0xffff_ffff_0000_00ffL);
    }

    @Test
    public void aValueThatAsksForWhatItCannotDoIsRefused() {
        for (String register : new String[] {"IDR0", "IDR1", "IDR3", "IDR5"}) {
            assertThrows(
                    IllegalArgumentException.class,
                    () -> factory().create(machine.surroundings(), Map.of(register, 0xffff_ffffL)),
                    register);
            assertThrows(
                    IllegalArgumentException.class,
                    () -> factory().create(machine.surroundings(), Map.of(register, 1L << 32)),
                    register + " has 32 bits");
        }
    }

    @Test
    public void commandsAreConsumed() {
        Driver driver = started();

        driver.command(Driver.CMD_TLBI_NSNH_ALL, 0);
        driver.command(Driver.CMD_SYNC, 0);

        assertEquals(driver.produced(), driver.consumed());
    }

    @Test
    public void atMostTheBudgetIsDone() {
        TestMachine own = new TestMachine();
        IommuModel model = model(own);
        Driver driver = driver(own, model);
        driver.start();
        int before = driver.consumed();
        for (int i = 0; i < 6; i++) {
            driver.queue(Driver.CMD_TLBI_NSNH_ALL, 0);
        }
        assertEquals(before, driver.consumed(), "a write does no work");

        assertTrue(model.process(2));
        assertTrue((driver.consumed() - before & 31) <= 2, "2 commands at most");
        while (model.process(2)) {
            continue;
        }
        assertEquals(driver.produced(), driver.consumed());
    }

    @Test
    public void anIllegalCommandStopsTheQueueUntilItIsAcknowledged() {
        Driver driver = started();
        int before = driver.consumed();

        assertEquals(Driver.CERROR_ILL, driver.command(0xff, 0));
        driver.queue(Driver.CMD_SYNC, 0);
        driver.run();

        assertEquals(before, driver.consumed());
        assertEquals(1, (driver.read(Driver.GERROR) ^ driver.read(Driver.GERRORN)) & 1);
        driver.replace(Driver.CMD_SYNC, 0);
        assertEquals(0, driver.run());
        assertEquals(driver.produced(), driver.consumed());
    }

    @Test
    public void aGlobalErrorInterruptsWhereThatIsEnabled() {
        Driver driver = started();
        driver.write(Driver.IRQ_CTRL, 1);
        int before = machine.raised();

        driver.command(0xff, 0);

        assertEquals(before + 1, machine.raised());
    }

    @Test
    public void anythingInTheCommandQueueIsAnswered() {
        Seeds.each(20, this::commands);
    }

    private void commands(SplittableRandom random) {
        TestMachine own = new TestMachine();
        Driver driver = driver(own, model(own));
        driver.start();
        for (int i = 0; i < 200; i++) {
            long opcode = random.nextInt(4) == 0 ? random.nextInt(256) : random.nextInt(0x48);
            driver.queue(opcode | random.nextLong() & -256L, random.nextLong());
            if (driver.run() != 0) {
                driver.replace(Driver.CMD_SYNC, 0);
                driver.run();
            }
        }
    }

    @Test
    public void aStreamInBypassKeepsItsAddresses() {
        Driver driver = started();
        driver.stream(2, BYPASS, SHARED_AS_IT_COMES);

        assertEquals(0x1234_5678L, driver.translate(2, 0x1234_5678L, Access.WRITE));
        assertEquals(-1, driver.event());
    }

    @Test
    public void anInvalidStreamIsReported() {
        Driver driver = started();

        assertTrue(driver.translate(4, 0x1000, Access.READ) < 0);

        assertEquals(C_BAD_STE | 4L << 32, driver.event() & 0xffff_ffff_0000_00ffL);
    }

    @Test
    public void aMappedPageIsTranslated() {
        assumeTrue(translatesAPage(), "no stage 1 with pages of 4 KiB");
        Driver driver = started();
        driver.stream(1, new Stage1Page(machine, stallsAlways()).map().streamWord(), 0);

        assertEquals(
                Stage1Page.OUTPUT + 0x123,
                driver.translate(1, Stage1Page.INPUT + 0x123, Access.READ));
    }

    @Test
    public void aPageThatIsNotMappedIsReported() {
        assumeTrue(translatesAPage(), "no stage 1 with pages of 4 KiB");
        Driver driver = started();
        driver.stream(1, new Stage1Page(machine, stallsAlways()).map().streamWord(), 0);

        assertTrue(driver.translate(1, Stage1Page.INPUT + 0x1000, Access.READ) < 0);

        assertEquals(F_TRANSLATION | 1L << 32, driver.event() & 0xffff_ffff_0000_00ffL);
    }

    @Test
    public void afterAnInvalidationAPageThatWasUnmappedIsGone() {
        assumeTrue(translatesAPage(), "no stage 1 with pages of 4 KiB");
        Driver driver = started();
        Stage1Page page = new Stage1Page(machine, stallsAlways()).map();
        driver.stream(1, page.streamWord(), 0);
        assertEquals(Stage1Page.OUTPUT, driver.translate(1, Stage1Page.INPUT, Access.READ));

        page.unmap();
        driver.command(Driver.CMD_TLBI_NSNH_ALL, 0);
        driver.sync();

        assertTrue(driver.translate(1, Stage1Page.INPUT, Access.READ) < 0);
    }

    @Test
    public void aModelThatTakesOverGivesTheSameAnswers() {
        TestMachine own = new TestMachine();
        IommuModel model = model(own);
        Driver driver = driver(own, model);
        driver.start();
        driver.stream(2, BYPASS, SHARED_AS_IT_COMES);
        driver.translate(4, 0x1000, Access.READ);
        driver.queue(Driver.CMD_TLBI_NSNH_ALL, 0);
        driver.queue(0xff, 0);

        IommuModel other = model(own);
        other.restore(model.save());
        Driver next = driver.over(own, other);

        assertEquals(0x7000, next.translate(2, 0x7000, Access.READ));
        assertEquals(C_BAD_STE | 4L << 32, next.event() & 0xffff_ffff_0000_00ffL);
        assertTrue(next.translate(9, 0x1000, Access.READ) < 0);
        assertEquals(C_BAD_STE | 9L << 32, next.event() & 0xffff_ffff_0000_00ffL);
        assertEquals(Driver.CERROR_ILL, next.run());
        assertNotEquals(next.produced(), next.consumed());
        next.replace(Driver.CMD_SYNC, 0);
        assertEquals(0, next.run());
        assertEquals(next.produced(), next.consumed());
    }

    @Test
    public void aTransactionThatWaitsStillWaitsForItsAnswerAfterwards() {
        assumeTrue((idr(0) >>> 24 & 3) != 1 && translatesAPage(), "nothing stalls");
        TestMachine own = new TestMachine();
        IommuModel model = model(own);
        Driver driver = driver(own, model);
        driver.start();
        driver.stream(1, new Stage1Page(own, true).map().streamWord(), 0);
        var outcome = new Outcome();
        assertEquals(
                Outcome.STALLED,
                model.translate(1, -1, Stage1Page.INPUT + 0x1000, Access.READ, outcome));

        SavedState state = model.save();
        IommuModel other = model(own);
        other.restore(state);

        assertEquals(1, state.stalled().size());
        assertEquals(outcome.stag(), state.stalled().getFirst().stag());
        assertEquals(state, other.save());
    }

    @Test
    public void aStateThatUsesMoreIsRefusedAndNothingChanges() {
        SavedState own = model(new TestMachine()).save();
        var registers = new TreeMap<>(own.registers());
        for (String register : new String[] {"IDR0", "IDR1", "IDR3", "IDR5"}) {
            registers.put(register, 0xffff_ffffL);
        }
        registers.put("CR0", 1L);

        assertRefused(new SavedState(own.kind(), 1, "x", registers, own.stalled(), own.more()));
    }

    @Test
    public void aVendorsStateThatItDoesNotKnowIsRefusedAndNothingChanges() {
        SavedState own = model(new TestMachine()).save();
        var more = new TreeMap<>(own.more());
        more.put("VENDOR.no.such.part/x", "1");

        assertRefused(new SavedState(own.kind(), 1, "x", own.registers(), own.stalled(), more));
    }
}
