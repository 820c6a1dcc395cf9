package org.vinculum.tck;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.vinculum.iommu.IommuModel;
import org.vinculum.iommu.IommuModelFactory;
import org.vinculum.iommu.SavedState;
import org.vinculum.iommu.UnsupportedStateException;
import org.vinculum.tck.random.HostileSoftware;
import org.vinculum.tck.random.Seeds;

/// What a factory of models of any kind of IOMMU has to do. Those of kind `smmuv3` extend [SmmuV3ModelContract].
@Timeout(300)
public abstract class IommuModelFactoryContract {
    /// A new factory; every call gives one that makes the same.
    protected abstract IommuModelFactory factory();

    /// A model on a machine, with nothing asked for.
    protected final IommuModel model(TestMachine machine) {
        return factory().create(machine.surroundings(), Map.of());
    }

    @Test
    public void theNameAndTheKindAreWordsOfLowerCaseLettersDigitsDotsAndHyphens() {
        assertTrue(Wording.isName(factory().name()), factory().name());
        assertTrue(Wording.isName(factory().kind()), factory().kind());
    }

    @Test
    public void whatItSaysOfItselfStaysTheSameAndInTheSameOrder() {
        IommuModelFactory factory = factory();

        assertEquals(factory.name(), factory.name());
        assertEquals(factory.kind(), factory.kind());
        assertEquals(factory.errata(), factory.errata());
        assertEquals(
                List.copyOf(factory.features().entrySet()),
                List.copyOf(factory().features().entrySet()));
    }

    @Test
    public void featuresHaveANameAndAValue() {
        assertFalse(factory().features().isEmpty());
        factory()
                .features()
                .forEach((name, value) ->
                        assertFalse(name.isBlank() || value.isBlank(), name + " = " + value));
    }

    @Test
    public void anSmmuV3IsHeldToItsArchitecture() {
        assertTrue(
                !factory().kind().equals("smmuv3") || this instanceof SmmuV3ModelContract,
                "a factory of kind smmuv3 extends SmmuV3ModelContract");
    }

    @Test
    public void modelsComeOutOfResetAlike() {
        assertEquals(model(new TestMachine()).save(), model(new TestMachine()).save());
    }

    @Test
    public void aModelOfTheSameKindAndNameIsWhatItSaves() {
        SavedState state = model(new TestMachine()).save();

        assertEquals(factory().kind(), state.kind());
        assertEquals(factory().name(), state.model());
        assertEquals(1, state.version());
    }

    @Test
    public void modelsShareNoState() {
        IommuModelFactory factory = factory();
        TestMachine machine = new TestMachine();
        IommuModel used = factory.create(machine.surroundings(), Map.of());
        IommuModel other = factory.create(new TestMachine().surroundings(), Map.of());
        SavedState before = other.save();
        var software = new HostileSoftware(new SplittableRandom(1), machine, used);

        software.writes(2000);
        software.process(8);

        assertEquals(before, other.save());
    }

    @Test
    public void anIdentificationRegisterThatItDoesNotHaveIsRefused() {
        assertThrows(
                IllegalArgumentException.class,
                () ->
                        factory()
                                .create(
                                        new TestMachine().surroundings(),
                                        Map.of("NO_SUCH_REGISTER", 1L)));
    }

    @Test
    public void theFrameIsWholePages() {
        long size = model(new TestMachine()).frameSize();

        assertTrue(size > 0 && size % 4096 == 0, "0x" + Long.toHexString(size));
    }

    @Test
    public void accessesThatAreNotAlignedInTheFrameOrNot4Or8BytesAreRefused() {
        IommuModel model = model(new TestMachine());
        SavedState before = model.save();
        long end = model.frameSize();
        long[][] wrong = {
            {0, 1},
            {0, 2},
            {0, 16},
            {0, 0},
            {0, -4},
            {2, 4},
            {4, 8},
            {-4, 4},
            {-8, 8},
            {end, 4},
            {end, 8},
            {end - 4, 8},
            {Long.MAX_VALUE - 7, 8},
            {Long.MIN_VALUE, 8},
            {1L << 32, 4}
        };
        for (long[] one : wrong) {
            String access = one[1] + " bytes at 0x" + Long.toHexString(one[0]);
            assertThrows(
                    IllegalArgumentException.class,
                    () -> model.read(one[0], (int) one[1]),
                    "read of " + access);
            assertThrows(
                    IllegalArgumentException.class,
                    () -> model.write(one[0], (int) one[1], -1),
                    "write of " + access);
        }
        assertEquals(before, model.save());
    }

    @Test
    public void everyPlaceOfTheFrameIsAnswered() {
        IommuModel model = model(new TestMachine());
        SavedState before = model.save();

        for (long offset = 0; offset < model.frameSize(); offset += 4) {
            assertEquals(0, model.read(offset, 4) >>> 32, "zero-extended");
        }
        for (long offset = 0; offset < model.frameSize(); offset += 8) {
            model.read(offset, 8);
        }

        assertEquals(before, model.save(), "reading changes nothing");
    }

    @Test
    public void whateverSoftwareAndDevicesDoIsAnswered() {
        Seeds.each(40, random -> hostile(random, new TestMachine()));
    }

    private IommuModel hostile(SplittableRandom random, TestMachine machine) {
        IommuModel model = model(machine);
        var software = new HostileSoftware(random, machine, model);
        for (int i = 0; i < 10; i++) {
            software.writes(50);
            software.reads(50);
            software.process(4);
            software.transactions(50);
        }
        return model;
    }

    @Test
    public void manyThreadsTranslateWhileSoftwareWrites() throws InterruptedException {
        TestMachine machine = new TestMachine();
        IommuModel model = model(machine);
        var failed = new AtomicReference<Throwable>();
        List<Thread> devices = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            var device = new HostileSoftware(new SplittableRandom(i), machine, model);
            devices.add(
                    Thread.ofPlatform()
                            .uncaughtExceptionHandler((_, thrown) -> failed.set(thrown))
                            .start(() -> device.transactions(20_000)));
        }
        var software = new HostileSoftware(new SplittableRandom(99), machine, model);
        for (int i = 0; i < 200; i++) {
            software.writes(20);
            software.process(2);
        }
        for (Thread device : devices) {
            device.join();
        }
        assertDoesNotThrow(() -> {
            if (failed.get() != null) {
                throw failed.get();
            }
        });
    }

    @Test
    public void anotherModelGoesOnWithASavedState() {
        Seeds.each(
                20,
                random -> {
                    TestMachine machine = new TestMachine();
                    IommuModel model = hostile(random, machine);
                    TestMachine copy = new TestMachine();
                    copy.copyMemory(machine);
                    IommuModel other = model(copy);

                    other.restore(model.save());

                    assertEquals(model.save(), other.save());
                    assertSameFrame(model, other);
                    for (int i = 0; i < 8; i++) {
                        assertEquals(model.process(16), other.process(16), "more to do");
                        assertSameFrame(model, other);
                    }
                });
    }

    private static void assertSameFrame(IommuModel expected, IommuModel actual) {
        for (long offset = 0; offset < expected.frameSize(); offset += 4) {
            long value = actual.read(offset, 4);
            if (value != expected.read(offset, 4)) {
                assertEquals(
                        Long.toHexString(expected.read(offset, 4)),
                        Long.toHexString(value),
                        "register at 0x" + Long.toHexString(offset));
            }
        }
    }

    @Test
    public void aStateOfAnotherKindIsRefusedAndNothingChanges() {
        SavedState own = model(new TestMachine()).save();
        assertRefused(
                new SavedState(
                        "no-such-kind", 1, "x", own.registers(), List.of(), new TreeMap<>()));
    }

    @Test
    public void aStateOfALaterDescriptionIsRefusedAndNothingChanges() {
        SavedState own = model(new TestMachine()).save();
        assertRefused(
                new SavedState(
                        own.kind(), 99, own.model(), own.registers(), own.stalled(), own.more()));
    }

    /// Fails unless a model with some state of its own refuses this one, says why, and keeps what it has.
    final void assertRefused(SavedState state) {
        TestMachine machine = new TestMachine();
        IommuModel model = model(machine);
        new HostileSoftware(new SplittableRandom(5), machine, model).writes(500);
        SavedState before = model.save();

        var refused = assertThrows(UnsupportedStateException.class, () -> model.restore(state));

        assertFalse(refused.features().isEmpty());
        assertEquals(before, model.save());
    }
}
