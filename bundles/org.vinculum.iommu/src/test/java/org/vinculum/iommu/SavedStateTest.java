package org.vinculum.iommu;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class SavedStateTest {
    @Test
    void registersAreInTheOrderOfTheirNamesWhateverOrderTheyCameIn() {
        SortedMap<String, Long> backwards = new TreeMap<>(Comparator.reverseOrder());
        backwards.put("CR0", 1L);
        backwards.put("IDR0", 2L);

        SavedState state =
                new SavedState("smmuv3", 1, "any", backwards, List.of(), new TreeMap<>());

        assertThat(state.registers().keySet()).containsExactly("CR0", "IDR0");
        assertThat(state.registers().comparator()).isNull();
    }
}
