package org.vinculum.hypervisor.guest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vinculum.hypervisor.fake.FakeBench.stream;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.vinculum.domain.DomainDescription;
import org.vinculum.domain.GuestInterrupts;
import org.vinculum.domain.Machine;
import org.vinculum.domain.VirtualIommuDescription;
import org.vinculum.hypervisor.fake.FakeBench;
import org.vinculum.hypervisor.fake.FakeIommu;
import org.vinculum.memory.AddressRange;

/// How wide guest physical addresses are, which a guest is shown as IDR5.OAS.
class AddressBitsTests {
    private static final Map<String, Long> BITS_36 = Map.of("IDR5", 0x71L);
    private static final Map<String, Long> BITS_48 = Map.of("IDR5", 0x75L);

    private final FakeBench bench = new FakeBench();
    private final Machine machine = bench.machine(1);

    @Test
    void thereAre40WhereTheSmmusHaveThem() {
        assertThat(bits(0x75, Map.of())).isEqualTo(40);
        assertThat(bits(0x72, Map.of())).isEqualTo(40);
        assertThat(bits(0x71, Map.of())).isEqualTo(32);
    }

    @Test
    void aBaselineSaysHowManyThereAre() {
        assertThat(bits(0x75, BITS_48)).isEqualTo(48);
        assertThat(bits(0x75, BITS_36)).isEqualTo(36);
    }

    @Test
    void theSmmusHaveNoMoreForAllThatABaselineSays() {
        assertThat(bits(0x74, BITS_48)).isEqualTo(44);
        assertThat(bits(0x75, Map.of("IDR5", 0xffff_ffffL))).isEqualTo(48);
    }

    @Test
    void whatTheGuestHasCountsForAllThatABaselineSays() {
        assertThat(bits(0x75, BITS_36, AddressRange.of(1L << 41, 1 << 20))).isEqualTo(42);
    }

    @Test
    void aBaselineThatDoesNotSayLeavesItAt40() {
        assertThat(bits(0x75, Map.of("IDR0", 0L))).isEqualTo(40);
    }

    private int bits(long idr5, Map<String, Long> baseline, AddressRange... ram) {
        bench.host(0).identification.put("IDR5", idr5);
        var viommu =
                new VirtualIommuDescription(
                        "fake",
                        AddressRange.of(FakeBench.VIOMMU, FakeIommu.FRAME),
                        33,
                        34,
                        0,
                        0xffff,
                        8,
                        false,
                        false,
                        baseline);
        machine.create(
                        new DomainDescription(
                                "a",
                                List.of(ram),
                                List.of(viommu),
                                List.of(stream(1, 0, 7)),
                                GuestInterrupts.NONE))
                .destroy();
        return bench.viommus.getLast().surroundings.addressBits();
    }
}
