package org.vinculum.qemu.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.vinculum.domain.DomainDescription;
import org.vinculum.firmware.PhysicalStream;
import org.vinculum.memory.StreamId;
import org.vinculum.qemu.layout.Layout;

class StreamPlanTests {
    private final StreamPlan plan = new StreamPlan(Layout.streams());

    @Test
    void bothFunctionsAreBehindDifferentSmmus() {
        assertThat(plan.physical(new StreamId(0x100)))
                .isEqualTo(PhysicalStream.of("/smmu@10020000", 0x11a));
        assertThat(plan.physical(new StreamId(0x108)))
                .isEqualTo(PhysicalStream.of("/smmu@10000000", 0x13d));
    }

    @Test
    void neighboursAreBehindDifferentSmmus() {
        assertThat(plan.physical(new StreamId(0x101)).iommu())
                .isNotEqualTo(plan.physical(new StreamId(0x100)).iommu());
    }

    @Test
    void everyStreamHasAnotherIdAndItsOwn() {
        Set<StreamId> physical = new HashSet<>();
        for (DomainDescription.Stream stream : plan.all()) {
            assertThat(stream.physical().id()).isNotEqualTo(stream.vsid());
            assertThat(physical.add(stream.physical().id())).isTrue();
        }
        assertThat(physical).hasSize(Layout.STREAMS);
    }
}
