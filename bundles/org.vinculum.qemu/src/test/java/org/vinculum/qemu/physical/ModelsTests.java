package org.vinculum.qemu.physical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.vinculum.iommu.IommuModel;
import org.vinculum.iommu.IommuModelFactory;
import org.vinculum.iommu.IommuSurroundings;
import org.vinculum.live.LiveGuestRefusedException;

class ModelsTests {
    private record Named(String name, String kind) implements IommuModelFactory {
        @Override
        public Map<String, String> features() {
            return Map.of();
        }

        @Override
        public IommuModel create(IommuSurroundings surroundings, Map<String, Long> identification) {
            throw new UnsupportedOperationException();
        }
    }

    private static final IommuModelFactory OLDER = new Named("smmuv3-3.2", "smmuv3");
    private static final IommuModelFactory NEWER = new Named("smmuv3-3.3", "smmuv3");
    private static final IommuModelFactory OTHER = new Named("ipmmu", "ipmmu");
    private static final List<IommuModelFactory> ALL = List.of(OLDER, NEWER, OTHER);

    @Test
    void aFamilyIsItsHighestVersion() {
        assertThat(Models.find("smmuv3", ALL)).isSameAs(NEWER);
        assertThat(Models.find("smmuv3-3.2", ALL)).isSameAs(OLDER);
    }

    @Test
    void aModelThatIsNotThereIsRefused() {
        assertThatThrownBy(() -> Models.find("mmu-600", ALL))
                .isInstanceOf(LiveGuestRefusedException.class)
                .hasMessage("No model mmu-600 is installed.");
    }

    @Test
    void whatIsNoSmmuv3IsRefused() {
        assertThatThrownBy(() -> Models.find("ipmmu", ALL))
                .isInstanceOf(LiveGuestRefusedException.class)
                .hasMessage("The model ipmmu is no SMMUv3, it is ipmmu.");
    }
}
