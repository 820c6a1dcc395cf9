package org.vinculum.acpi.iort.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vinculum.acpi.iort.topology.TableOf.bus;
import static org.vinculum.acpi.iort.topology.TableOf.its;
import static org.vinculum.acpi.iort.topology.TableOf.range;
import static org.vinculum.acpi.iort.topology.TableOf.root;
import static org.vinculum.acpi.iort.topology.TableOf.single;
import static org.vinculum.acpi.iort.topology.TableOf.smmuV3;

import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.vinculum.acpi.model.IortNode;
import org.vinculum.firmware.Bus;
import org.vinculum.firmware.DmaFeatures;
import org.vinculum.firmware.IdMap;
import org.vinculum.firmware.PhysicalStream;

class BusReaderTest {
    private static final IortNode ITS = its(0x30);
    private static final IortNode SMMU = smmuV3(0x48, range(0, 0x10000, 0x20000, 0x30));

    @Test
    void aRootComplexIsTheBridgeOfItsSegment() {
        Bus bus = bus(ITS, SMMU, root(0xa0, 7, 3, range(0, 0x10000, 0x100, 0x48)));

        assertThat(bus.path()).isEqualTo("IORT:0xa0");
        assertThat(bus.pci()).contains(new Bus.Pci(7, 0, 0xff));
        assertThat(bus.coherent()).isTrue();
        assertThat(bus.stream(8)).contains(PhysicalStream.of("IORT:0x48", 0x108));
    }

    @Test
    void anOrdinaryMappingIsOneEntry() {
        Bus bus = bus(ITS, SMMU, root(0xa0, range(0, 0x10000, 0, 0x48)));

        assertThat(bus.iommuMap().entries())
                .containsExactly(new IdMap.Entry(0, 0x10000, "IORT:0x48", 0));
        assertThat(bus.msiMap().entries())
                .containsExactly(new IdMap.Entry(0, 0x10000, "IORT:0x30", 0x20000));
    }

    @Test
    void requestersThatPassTheSmmuByStillReachTheIts() {
        Bus bus =
                bus(
                        ITS,
                        SMMU,
                        root(0xa0, range(0, 0x100, 0, 0x48), range(0x100, 0x100, 0x100, 0x30)));

        assertThat(bus.stream(0x180)).isEmpty();
        assertThat(bus.msiMap().map(0x180).orElseThrow().id()).isEqualTo(0x180);
        assertThat(bus.msiMap().map(0x80).orElseThrow().id()).isEqualTo(0x20080);
    }

    @Test
    void theLastIdOfARangeYieldsToARangeThatStartsThere() {
        Bus bus =
                bus(
                        SMMU,
                        smmuV3(0x88),
                        root(0xe0, range(0, 0x101, 0, 0x48), range(0x100, 0x100, 0x500, 0x88)));

        assertThat(bus.stream(0xff)).contains(PhysicalStream.of("IORT:0x48", 0xff));
        assertThat(bus.stream(0x100)).contains(PhysicalStream.of("IORT:0x88", 0x500));
    }

    @Test
    void theLastIdOfARangeStaysWithItWhenTheOtherStartsBefore() {
        Bus bus =
                bus(
                        SMMU,
                        smmuV3(0x88),
                        root(0xe0, range(0, 0x101, 0, 0x48), range(0xff, 0x100, 0x500, 0x88)));

        assertThat(bus.stream(0x100)).contains(PhysicalStream.of("IORT:0x48", 0x100));
        assertThat(bus.stream(0x101)).contains(PhysicalStream.of("IORT:0x88", 0x502));
    }

    @Test
    void aSingleMappingGivesEveryRequesterOneStream() {
        Bus bus = bus(SMMU, root(0xa0, range(0, 8, 0x80, 0x48), single(0x42, 0x48)));

        assertThat(bus.stream(3)).contains(PhysicalStream.of("IORT:0x48", 0x83));
        assertThat(bus.stream(0xffff)).contains(PhysicalStream.of("IORT:0x48", 0x42));
    }

    @Test
    void aFirstMappingToOffsetZeroEndsTheSearchForAll() {
        Bus bus = bus(SMMU, root(0xa0, range(0, 1, 0, 0), range(1, 0x100, 1, 0x48)));

        assertThat(bus.iommuMap()).isEqualTo(IdMap.NONE);
    }

    @Test
    void theMappingForTheSmmusOwnMessagesIsNotForItsDevices() {
        long[] gsivs = {74, 75, 76, 0};
        IortNode own =
                smmuV3(0x48, 4, 0, gsivs, 0, range(0, 0x100, 0, 0x30), range(0, 0x80, 0x700, 0x30));
        Bus bus = bus(ITS, own, root(0xa0, range(0, 0x100, 0, 0x48)));

        assertThat(bus.msiMap().entries())
                .containsExactly(new IdMap.Entry(0, 0x80, "IORT:0x30", 0x700));
    }

    @Test
    void outputsThatWrapStartAgainAtZero() {
        Bus bus = bus(SMMU, root(0xa0, range(0, 0x100, 0xffff_ffffL, 0x48)));

        assertThat(bus.stream(0)).contains(PhysicalStream.of("IORT:0x48", 0xffff_ffffL));
        assertThat(bus.stream(1)).contains(PhysicalStream.of("IORT:0x48", 0));
    }

    @Test
    void ofTwoRootComplexesOfASegmentTheFirstIsFound() {
        assertThat(TableOf.platform(SMMU, root(0xa0, 1, 3), root(0xe0, 1, 3)).buses())
                .extracting(Bus::path)
                .containsExactly("IORT:0xa0");
    }

    @Test
    void aSegmentThatNoMachineHasIsNoBus() {
        assertThat(TableOf.platform(root(0xa0, 0x10000, 3)).buses()).isEmpty();
    }

    @Test
    void theAddressLimitCountsFromRevisionOne() {
        assertThat(bus(root(0xa0, 0, 0)).dma().addressBits()).isEmpty();
        assertThat(bus(root(0xa0, 0, 1)).dma())
                .isEqualTo(new DmaFeatures(OptionalInt.of(40), true, true, false, 16));
    }

    @Test
    void fromRevisionFourAFlagSaysWhetherThereAreSubstreams() {
        assertThat(bus(root(0xa0, 0, 4)).dma().pasidBits()).isZero();
    }
}
