package org.vinculum.qemu.physical;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.Arena;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.vinculum.domain.GuestInterrupts;
import org.vinculum.live.GuestSmmuDescription;
import org.vinculum.memory.AddressRange;
import org.vinculum.memory.Ram;
import org.vinculum.smmu.spec.register.Idr0;
import org.vinculum.smmu.spec.register.Idr1;
import org.vinculum.smmu.spec.register.Idr5;

class IntegrationTests {
    /// As SMMUv3.3: PRI and ATS, 32 bits of stream ID, PRIQS 19, ECMDQ, 52 bits of address.
    private static final OwnRegisters OWN =
            new OwnRegisters(new Idr0(0x080d_f69f), new Idr1(0x8e73_9d20), new Idr5(0x0100_04f6));

    private static Map<String, Long> of(Map<String, Long> asked, int sidBits) {
        return of(OWN, asked, sidBits);
    }

    private static Map<String, Long> of(OwnRegisters own, Map<String, Long> asked, int sidBits) {
        return Integration.of(
                own,
                Map.of(),
                new GuestSmmuDescription(
                        "smmuv3",
                        asked,
                        new Ram(0, Arena.ofAuto().allocate(4096, 8)),
                        AddressRange.of(0x1000_0000, 0x2_0000),
                        AddressRange.of(0x1100_0000, 0x1_0000),
                        132,
                        134,
                        sidBits,
                        List.of(),
                        GuestInterrupts.NONE));
    }

    @Test
    void theSystemDecidesOnSizesAndWires() {
        assertThat(of(Map.of(), 16))
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of(
                                "IDR0", 0x080c_f69fL,
                                "IDR1", 0x0e73_0510L,
                                "IDR5", 0x0100_04f5L,
                                "IDR6", 0L));
    }

    @Test
    void anSmmuWithLessKeepsIt() {
        var small = new OwnRegisters(new Idr0(0x1b), new Idr1(0x10), new Idr5(0x74));

        assertThat(of(small, Map.of(), 20))
                .containsEntry("IDR0", 0x1bL)
                .containsEntry("IDR1", 0x10L)
                .containsEntry("IDR5", 0x74L);
    }

    @Test
    void whatIsAskedForWins() {
        var asked = Map.of("IDR1", 0x8273_9808L, "IDR5", 0x76L, "IIDR", 0x43bL);

        assertThat(of(asked, 16))
                .containsAllEntriesOf(asked)
                .containsEntry("IDR0", 0x080c_f69fL)
                .doesNotContainKey("IDR6");
    }

    @Test
    void whoAsksForPageRequestsGetsTheirQueue() {
        assertThat(of(Map.of("IDR0", 0x080d_f69fL), 16)).containsEntry("IDR1", 0x0e73_9d10L);
    }
}
