package org.vinculum.toolstack.guest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.vinculum.memory.AddressRange;

class GuestMapTest {
    @Test
    void theMessageWindowIsWhereAGuestHasNothing() {
        var window = AddressRange.of(GuestMap.MESSAGE_WINDOW_BASE, GuestMap.MESSAGE_WINDOW_SIZE);

        assertThat(
                        List.of(
                                AddressRange.of(GuestMap.GICD_BASE, GuestMap.GICV3_GICD_SIZE),
                                AddressRange.of(GuestMap.GICV2_GICC_BASE, GuestMap.GICV2_GICC_SIZE),
                                AddressRange.of(GuestMap.GICV3_GICR_BASE, GuestMap.GICV3_GICR_SIZE),
                                AddressRange.of(
                                        GuestMap.SMMU_BASE,
                                        GuestMap.GERROR_DISTANCE * GuestMap.SMMU_SPACING),
                                AddressRange.of(GuestMap.VPCI_ECAM_BASE, GuestMap.VPCI_ECAM_SIZE),
                                AddressRange.of(GuestMap.VPCI_MEM_BASE, GuestMap.VPCI_MEM_SIZE),
                                AddressRange.of(
                                        GuestMap.GRANT_TABLE_BASE, GuestMap.GRANT_TABLE_SIZE),
                                AddressRange.of(GuestMap.RAM_LOW_BASE, GuestMap.RAM_LOW_SIZE)))
                .noneMatch(window::overlaps);
    }
}
