package org.vinculum.acpi.iort.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vinculum.acpi.iort.topology.TableOf.range;
import static org.vinculum.acpi.iort.topology.TableOf.rmr;
import static org.vinculum.acpi.iort.topology.TableOf.single;
import static org.vinculum.acpi.iort.topology.TableOf.smmuV3;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.vinculum.acpi.model.IdMapping;
import org.vinculum.acpi.model.Rmr;
import org.vinculum.firmware.PhysicalStream;
import org.vinculum.firmware.ReservedRegion;
import org.vinculum.memory.AddressRange;

class ReservedReaderTest {
    private static List<ReservedRegion> reserved(
            int revision, long base, long length, IdMapping... maps) {
        List<Rmr.Range> ranges = List.of(new Rmr.Range(base, length, 0));
        return TableOf.platform(
                        TableOf.nodes(
                                revision, smmuV3(0x48), rmr(0xa0, 0x3 | 5 << 2, ranges, maps)))
                .reserved();
    }

    @Test
    void aRegionKnowsItsStreamsAndHowTheyReachIt() {
        assertThat(reserved(5, 0x8000_0000L, 0x10000, single(0x10, 0x48), range(0, 2, 0x20, 0x48)))
                .containsExactly(
                        new ReservedRegion(
                                "IORT:0xa0",
                                AddressRange.of(0x8000_0000L, 0x10000),
                                true,
                                true,
                                "Normal write-back inner shareable",
                                List.of(
                                        PhysicalStream.of("IORT:0x48", 0x10),
                                        PhysicalStream.of("IORT:0x48", 0x20),
                                        PhysicalStream.of("IORT:0x48", 0x21))));
    }

    @Test
    void beforeTableRevisionFiveThereAreNone() {
        assertThat(reserved(4, 0x8000_0000L, 0x10000, single(0x10, 0x48))).isEmpty();
    }

    @Test
    void whatIsNotAlignedIsWidenedToPages() {
        assertThat(reserved(5, 0x8000_0ff0L, 0x20, single(0x10, 0x48)))
                .extracting(ReservedRegion::range)
                .containsExactly(AddressRange.of(0x8000_0000L, 0x2000));
    }

    @Test
    void memoryThatNoStreamOfAnSmmuUsesIsNotReserved() {
        assertThat(reserved(5, 0x8000_0000L, 0x10000)).isEmpty();
        assertThat(reserved(5, 0x8000_0000L, 0x10000, single(0x10, 0))).isEmpty();
    }

    @Test
    void aRangeWithoutBytesOrPastTheEndIsNone() {
        assertThat(reserved(5, 0x8000_0000L, 0, single(0x10, 0x48))).isEmpty();
        assertThat(reserved(5, -0x10000, 0x20000, single(0x10, 0x48))).isEmpty();
    }

    @Test
    void aMappingOfABillionStreamsNamesNone() {
        assertThat(reserved(5, 0x8000_0000L, 0x10000, range(0, 1L << 30, 0, 0x48))).isEmpty();
    }
}
