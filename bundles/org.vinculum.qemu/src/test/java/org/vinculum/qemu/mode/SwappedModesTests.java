package org.vinculum.qemu.mode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.vinculum.domain.DmaPort;
import org.vinculum.guest.device.DmaDevice;
import org.vinculum.guest.device.Transfer;
import org.vinculum.guest.device.TransferState;
import org.vinculum.guest.driver.AddressSpace;
import org.vinculum.guest.driver.DeviceDescription;
import org.vinculum.guest.driver.FaultHandler;
import org.vinculum.iommu.Access;
import org.vinculum.iommu.Outcome;
import org.vinculum.live.LiveGuestRefusedException;
import org.vinculum.qemu.physical.PhysicalSmmu;
import org.vinculum.smmu.spec.event.FTranslation;
import org.vinculum.swap.Contender;
import org.vinculum.swap.SwapRefusedException;
import org.vinculum.swap.SwapReport;

/// What a guest finds the same while models take turns behind its SMMU.
class SwappedModesTests {
    private static final long DATA = DrivenGuest.RAM + 64 * DrivenGuest.MIB;
    private static final long IOVA = 0x7_0000_0000L;
    private static final long PAGE = 4096;
    private static final int READ_WRITE = Access.READ | Access.WRITE;

    private DrivenGuest guest;
    private String model;
    private String other;

    @AfterEach
    void close() {
        if (guest != null) {
            guest.close();
        }
    }

    private void start(Mode mode, String first, String second) {
        model = first;
        other = second;
        guest =
                new DrivenGuest(
                        mode::create, first, Map.of(), 512 * DrivenGuest.MIB, List.of(second));
    }

    private List<SwapReport> swap() {
        List<SwapReport> reports = guest.smmu.swap(other, Runnable::run);
        assertThat(reports)
                .isNotEmpty()
                .allSatisfy(report -> {
                    assertThat(report.to()).startsWith(other);
                    assertThat(report.pauseNanos()).isPositive();
                });
        String next = model;
        model = other;
        other = next;
        return reports;
    }

    private AddressSpace attached() {
        AddressSpace space = guest.driver().addressSpace();
        guest.driver().device(DeviceDescription.of(DrivenGuest.stream(0).value())).attach(space);
        return space;
    }

    @ParameterizedTest
    @CsvSource({
        "PHYSICAL, smmuv3-3.0, smmuv3-3.2",
        "PHYSICAL, smmuv3-3.3, smmuv3-3.0",
        "PHYSICAL, mmu-600-r2p0, mmu-700-r1p1",
        "PHYSICAL, hi161x, smmuv3-3.3",
        "VIRTUAL, smmuv3-3.0, smmuv3-3.2",
        "VIRTUAL, smmuv3-3.3, smmuv3-3.1",
        "VIRTUAL, mmu-600-r2p0, mmu-700-r1p1"
    })
    void nothingOfWhatWasUnmappedIsRememberedAndNoFaultIsLost(
            Mode mode, String first, String second) {
        start(mode, first, second);
        AddressSpace space = attached();
        DmaPort port = guest.connect(0);
        var random = new SplittableRandom(7);
        for (int i = 0; i < 200; i++) {
            long page = DATA + PAGE * random.nextInt(1000);
            guest.ram.setLong(page - DrivenGuest.RAM, i);
            space.map(IOVA, page, PAGE, READ_WRITE);
            assertThat(guest.read(port, IOVA)).isEqualTo(i);
            if (i % 3 == 0) {
                swap();
            }
            assertThat(guest.read(port, IOVA)).isEqualTo(i);
            space.unmap(IOVA, PAGE);
            assertThat(guest.read(port, IOVA)).isEqualTo(Outcome.ABORT);
            if (i % 5 == 0) {
                swap();
            }
            guest.settle();
        }

        assertThat(guest.events).hasSize(200).allMatch(FTranslation.class::isInstance);
        assertThat(guest.driver().counts().commandErrors()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "PHYSICAL, smmuv3-3.3, smmuv3-3.1",
        "PHYSICAL, mmu-700-r1p1, mmu-600-r2p0",
        "VIRTUAL, smmuv3-3.3, smmuv3-3.1"
    })
    void anOverflowGoesOnWhereItWas(Mode mode, String first, String second) {
        start(mode, first, second);
        AddressSpace space = attached();
        DmaPort port = guest.connect(0);
        for (int i = 0; i < 5000; i++) {
            guest.read(port, IOVA + i * PAGE);
            if (i % 64 == 0) {
                guest.smmu.work(64);
            }
            if (i % 1000 == 999) {
                swap();
            }
        }
        guest.settle();

        assertThat(guest.driver().counts().overflows()).isPositive();
        int seen = guest.events.size();
        space.map(IOVA, DATA, PAGE, READ_WRITE);
        assertThat(guest.write(port, IOVA, 1)).isEqualTo(DATA);
        swap();
        guest.read(port, IOVA + PAGE);
        guest.settle();
        assertThat(guest.events).hasSize(seen + 1);
    }

    @ParameterizedTest
    @CsvSource({
        "PHYSICAL, smmuv3-3.0, smmuv3-3.2",
        "PHYSICAL, mmu-600-r2p0, mmu-700-r1p1",
        "VIRTUAL, smmuv3-3.0, smmuv3-3.2",
        "VIRTUAL, mmu-600-r2p0, mmu-700-r1p1"
    })
    void aTransferThatWaitsForSoftwareGoesOnBehindAnotherModel(
            Mode mode, String first, String second) {
        start(mode, first, second);
        int stream = DrivenGuest.stream(0).value();
        AddressSpace space = guest.driver().addressSpace();
        guest.driver()
                .device(new DeviceDescription(new int[] {stream}, 0, true, false))
                .attach(space);
        var device = new DmaDevice(one -> guest.smmu.connect(DrivenGuest.stream(0), one), false);
        guest.answer = FaultHandler.Answer.LATER;
        Transfer transfer =
                device.write(DmaDevice.PLAIN, IOVA, MemorySegment.ofArray(new long[] {0x1234}));
        assertThat(transfer.state()).isEqualTo(TransferState.STALLED);

        assertThat(swap().stream().mapToInt(SwapReport::stalled).sum()).isEqualTo(1);
        guest.settle();
        swap();
        space.map(IOVA, DATA, PAGE, READ_WRITE);
        var fault = (FTranslation) guest.events.getFirst();
        guest.driver().resume(stream, fault.fault().stag(), true);
        guest.settle();

        assertThat(transfer.proceed()).isEqualTo(TransferState.DONE);
        assertThat(guest.ram.getLong(DATA - DrivenGuest.RAM)).isEqualTo(0x1234);
        assertThat(guest.events).hasSize(1);
    }

    @Test
    void aModelThatFailsAtOnceGivesWayAndTheGuestSeesNothing() {
        Function<String, Contender> models =
                name ->
                        name.equals(TiredModel.NAME)
                                ? new Contender(
                                        new TiredModel(InstalledModels.named("smmuv3-3.2")), "")
                                : InstalledModels.contender(name);
        model = "smmuv3-3.0";
        other = TiredModel.NAME;
        guest =
                new DrivenGuest(
                        description -> PhysicalSmmu.of(description, models),
                        model,
                        Map.of(),
                        512 * DrivenGuest.MIB,
                        List.of(other));
        AddressSpace space = attached();
        space.map(IOVA, DATA, PAGE, READ_WRITE);
        swap();

        space.unmap(IOVA, PAGE);
        assertThat(guest.read(guest.connect(0), IOVA)).isEqualTo(Outcome.ABORT);
        space.map(IOVA, DATA + PAGE, PAGE, READ_WRITE);
        assertThat(guest.write(guest.connect(0), IOVA, 1)).isEqualTo(DATA + PAGE);
        guest.settle();

        assertThat(guest.events).hasSize(1);
        assertThat(guest.driver().counts().commandErrors()).isZero();
        assertThat(guest.count("failures of a new model")).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void anSmmuShowsNoMoreThanBothCan(Mode mode) {
        start(mode, "smmuv3-3.3", "mmu-600-r2p0");
        long[] before = new long[6];
        for (int i = 0; i < before.length; i++) {
            before[i] = guest.read(4 * i, 4);
        }

        swap();

        for (int i = 0; i < before.length; i++) {
            assertThat(guest.read(4 * i, 4)).as("IDR%d", i).isEqualTo(before[i]);
        }
    }

    @Test
    void whatTheOtherModelLacksOfWhatIsAskedForIsNamed() {
        guest =
                new DrivenGuest(
                        Mode.PHYSICAL::create,
                        "smmuv3-3.3",
                        Map.of("IDR3", 0x404L | 1 << 10),
                        512 * DrivenGuest.MIB,
                        List.of("smmuv3-3.0"));

        assertThatThrownBy(() -> guest.smmu.swap("smmuv3-3.0", Runnable::run))
                .isInstanceOf(SwapRefusedException.class)
                .hasMessageContaining("IDR3.RIL");
    }

    @Test
    void modelsWhoseDriversWouldLookInOtherPlacesAreNotSwapped() {
        start(Mode.PHYSICAL, "smmuv3-3.0", "thunderx2");

        assertThatThrownBy(this::swap)
                .isInstanceOf(SwapRefusedException.class)
                .hasMessageContaining("INDEXES_ON_PAGE_0");
    }

    @ParameterizedTest
    @CsvSource({"mmu-600-r0p0, 1209401", "mmu-700-r0p0, 2268618"})
    void aModelWhoseErrataForbidNestingGetsNoVirtualSmmu(String other, String erratum) {
        start(Mode.VIRTUAL, "smmuv3-3.3", other);

        assertThatThrownBy(this::swap)
                .isInstanceOf(SwapRefusedException.class)
                .hasMessageContaining(other + " has erratum " + erratum);
        attached().map(IOVA, DATA, PAGE, READ_WRITE);
        assertThat(guest.write(guest.connect(0), IOVA, 1)).isEqualTo(DATA);
    }

    @Test
    void aModelThatIsNotThereIsRefusedAndTheOldOneGoesOn() {
        start(Mode.PHYSICAL, "smmuv3-3.0", "smmuv3-3.2");

        assertThatThrownBy(() -> guest.smmu.swap("mmu-9", Runnable::run))
                .isInstanceOf(SwapRefusedException.class)
                .hasMessage("No model mmu-9 is installed.");
        attached().map(IOVA, DATA, PAGE, READ_WRITE);
        assertThat(guest.write(guest.connect(0), IOVA, 1)).isEqualTo(DATA);
    }

    @Test
    void modelsThatHaveNothingInCommonAreRefusedAtOnce() {
        assertThatThrownBy(() -> start(Mode.PHYSICAL, "smmuv3-3.0", "mmu-9"))
                .isInstanceOf(LiveGuestRefusedException.class);
    }
}
