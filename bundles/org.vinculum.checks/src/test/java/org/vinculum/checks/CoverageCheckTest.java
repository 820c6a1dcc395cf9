package org.vinculum.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.vinculum.firmware.Bus;
import org.vinculum.firmware.Finding;
import org.vinculum.firmware.IdMap;
import org.vinculum.firmware.Iommu;
import org.vinculum.firmware.Platform;
import org.vinculum.firmware.Severity;
import org.vinculum.memory.AddressRange;

/// Platforms put together by hand, as a reader of any format could make them.
class CoverageCheckTest {
    private static final String SMMU = "IORT:0x30";

    private static List<Finding> check(int lastBus, int mask, IdMap.Entry... entries) {
        return check(true, lastBus, mask, entries);
    }

    private static List<Finding> check(
            boolean enabled, int lastBus, int mask, IdMap.Entry... entries) {
        Iommu smmu =
                new Iommu.SmmuV3(
                        SMMU,
                        Optional.of(AddressRange.of(0x4f000000, 0x20000)),
                        OptionalInt.empty(),
                        enabled,
                        true,
                        List.of(),
                        Set.of());
        Bus bus =
                new Bus(
                        "IORT:0x90",
                        Optional.of(new Bus.Pci(0, 0, lastBus)),
                        true,
                        true,
                        new IdMap(mask, List.of(entries)),
                        IdMap.NONE);
        Platform platform = new Platform("iort", List.of(smmu), List.of(), List.of(bus));
        return new CoverageCheck().check(platform);
    }

    private static IdMap.Entry entry(long base, long length) {
        return new IdMap.Entry(base, length, SMMU, base);
    }

    @Test
    void aMapOfAllRequestersIsSilent() {
        assertThat(check(0xff, -1, entry(0, 0x10000))).isEmpty();
    }

    @Test
    void theFirstGapIsNamedWhateverTheOrderOfTheEntries() {
        List<Finding> findings = check(3, -1, entry(0x200, 0x200), entry(0, 0x180));

        assertThat(findings).hasSize(1);
        assertThat(findings.getFirst().message()).contains("no entry matches 0x180 to 0x1ff of");
        assertThat(findings.getFirst().severity()).isEqualTo(Severity.WARNING);
    }

    @Test
    void aGapBehindTheLastBusIsNone() {
        assertThat(check(1, -1, entry(0, 0x200))).isEmpty();
    }

    @Test
    void aGapOfABusThatMayBeAnythingIsOnlyNoted() {
        assertThat(check(0xff, -1, entry(0, 0x100)))
                .extracting(Finding::code, Finding::severity)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("map-partial", Severity.NOTE));
    }

    @Test
    void maskedRequestersAreCoveredByWhatTheyBecome() {
        assertThat(check(0xff, 0xff, entry(0, 0x100))).isEmpty();
        assertThat(check(3, 0x31f, entry(0, 0x20), entry(0x100, 0x20), entry(0x200, 0x20)))
                .extracting(Finding::message)
                .allMatch(m -> m.startsWith("no entry matches 0x300 to 0x3ff "));
    }

    @Test
    void entriesBehindOneThatContradictsTheMaskCoverNothing() {
        assertThat(check(0, 0xff, entry(0x100, 1), entry(0, 0x100))).hasSize(1);
    }

    @Test
    void anEntryThatWrapsCoversWhatItHoldsBelowTheEnd() {
        assertThat(check(0, -1, entry(0, 1L << 32))).isEmpty();
    }

    @Test
    void behindADisabledIommuThereIsNothingToBypass() {
        assertThat(check(false, 3, -1, entry(0, 1))).isEmpty();
    }
}
