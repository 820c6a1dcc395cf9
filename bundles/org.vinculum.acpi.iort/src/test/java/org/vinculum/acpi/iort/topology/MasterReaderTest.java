package org.vinculum.acpi.iort.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vinculum.acpi.iort.topology.TableOf.component;
import static org.vinculum.acpi.iort.topology.TableOf.its;
import static org.vinculum.acpi.iort.topology.TableOf.range;
import static org.vinculum.acpi.iort.topology.TableOf.single;
import static org.vinculum.acpi.iort.topology.TableOf.smmuV3;

import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.vinculum.acpi.model.IortNode;
import org.vinculum.firmware.DmaFeatures;
import org.vinculum.firmware.Master;
import org.vinculum.firmware.MessageTarget;
import org.vinculum.firmware.PhysicalStream;
import org.vinculum.firmware.Platform;

class MasterReaderTest {
    private static final IortNode ITS = its(0x30);
    private static final IortNode SMMU = smmuV3(0x48, range(0, 0x10000, 0x20000, 0x30));

    private static List<String> streams(Master master) {
        return master.streams().stream().map(use -> use.stream().toString()).toList();
    }

    @Test
    void aComponentIsCalledByItsObjectAndHasOneStreamForEachSingleMapping() {
        Master master =
                TableOf.master(
                        ITS,
                        SMMU,
                        component(0xa0, "\\_SB_.ETH0", single(0x10, 0x48), single(0x12, 0x48)));

        assertThat(master.path()).isEqualTo("\\_SB_.ETH0");
        assertThat(master.coherent()).isTrue();
        assertThat(streams(master)).containsExactly("IORT:0x48 0x10", "IORT:0x48 0x12");
    }

    @Test
    void itsMessagesGoThroughTheSmmuToTheIts() {
        Master master =
                TableOf.master(ITS, SMMU, component(0xa0, "\\_SB_.ETH0", single(0x10, 0x48)));

        assertThat(master.messages()).containsExactly(new MessageTarget("IORT:0x30", 0x20010));
    }

    @Test
    void aMappingOfItsOwnToTheItsGivesTheDeviceId() {
        IortNode quiet = smmuV3(0x48);
        Master master =
                TableOf.master(
                        ITS,
                        quiet,
                        component(0xa0, "\\_SB_.ETH0", single(0x10, 0x48), single(0x99, 0x30)));

        assertThat(master.messages()).containsExactly(new MessageTarget("IORT:0x30", 0x99));
        assertThat(streams(master)).containsExactly("IORT:0x48 0x10");
    }

    @Test
    void streamsEndAtTheFirstMappingThatGivesNone() {
        Master master =
                TableOf.master(
                        ITS,
                        SMMU,
                        component(
                                0xa0,
                                "\\_SB_.ETH0",
                                single(0x10, 0x48),
                                single(0x99, 0x30),
                                single(0x12, 0x48)));

        assertThat(streams(master)).containsExactly("IORT:0x48 0x10");
    }

    @Test
    void aComponentThatMapsRangesIsABusAndNoDevice() {
        Platform platform =
                TableOf.platform(
                        ITS, SMMU, component(0xa0, "\\_SB_.MCE0", range(0x40, 0x10, 0x100, 0x48)));

        assertThat(platform.masters()).isEmpty();
        assertThat(platform.buses())
                .singleElement()
                .satisfies(bus -> {
                    assertThat(bus.path()).isEqualTo("\\_SB_.MCE0");
                    assertThat(bus.pci()).isEmpty();
                    assertThat(bus.stream(0x41)).contains(PhysicalStream.of("IORT:0x48", 0x101));
                    assertThat(bus.stream(0x50)).isEmpty();
                });
    }

    @Test
    void ofTwoComponentsWithOneNameTheFirstIsFound() {
        Platform platform =
                TableOf.platform(
                        SMMU,
                        component(0xa0, "\\_SB_.ETH0", single(1, 0x48)),
                        component(0xe0, "\\_SB_.ETH0", single(2, 0x48)));

        assertThat(platform.masters()).hasSize(1);
        assertThat(streams(platform.masters().getFirst())).containsExactly("IORT:0x48 0x1");
    }

    @Test
    void aNameThatNobodyCouldTypeGivesWayToThePlace() {
        Master master = TableOf.master(SMMU, component(0xa0, "a\u001b[2J", single(1, 0x48)));

        assertThat(master.path()).isEqualTo("IORT:0xa0");
    }

    @Test
    void whatItsDmaCanDoIsInItsFlagsAndItsLimit() {
        Master master = TableOf.master(SMMU, component(0xa0, "\\_SB_.ETH0", single(1, 0x48)));

        assertThat(master.dma())
                .isEqualTo(new DmaFeatures(OptionalInt.of(36), false, false, true, 8));
    }

    @Test
    void aReferenceIntoANodeOrPastTheTableLeadsNowhere() {
        Platform platform =
                TableOf.platform(
                        SMMU,
                        component(0xa0, "\\_SB_.A", single(1, 0x4c)),
                        component(0xe0, "\\_SB_.B", single(1, 0xffff_ffffL)));

        assertThat(platform.masters()).isEmpty();
    }
}
