package org.vinculum.binding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.vinculum.firmware.PhysicalStream;
import org.vinculum.memory.StreamId;

class BindingTest {
    private static BoundStream stream(int vsid, String iommu, int psid) {
        return new BoundStream(
                0,
                new StreamId(vsid),
                PhysicalStream.of(iommu, psid),
                List.of("/dev"),
                List.of("/passthrough/dev"),
                OptionalInt.empty(),
                Origin.ALLOCATED);
    }

    @Test
    void equalPhysicalIdsBehindTwoSmmusAreTwoStreamsInBothDirections() {
        var first = stream(1, "/smmu@1", 0x10);
        var second = stream(2, "/smmu@2", 0x10);
        var binding = new Binding("guest", List.of(), List.of(first, second));

        assertThat(binding.ofVirtual(0, new StreamId(2))).contains(second);
        assertThat(binding.ofPhysical(PhysicalStream.of("/smmu@1", 0x10))).contains(first);
        assertThat(binding.ofPhysical(PhysicalStream.of("/smmu@2", 0x10))).contains(second);
    }

    @Test
    void oneVirtualStreamForTwoPhysicalOnesIsNoBinding() {
        var streams = List.of(stream(1, "/smmu@1", 0x10), stream(1, "/smmu@2", 0x10));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Binding("guest", List.of(), streams));
    }

    @Test
    void twoVirtualStreamsForOnePhysicalOneAreNoBinding() {
        var streams = List.of(stream(1, "/smmu@1", 0x10), stream(2, "/smmu@1", 0x10));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Binding("guest", List.of(), streams));
    }

    @Test
    void aStreamNobodyBoundIsUnknown() {
        var binding = new Binding("guest", List.of(), List.of());

        assertThat(binding.ofVirtual(0, new StreamId(0))).isEmpty();
    }
}
