package org.vinculum.swap.register;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vinculum.iommu.SavedState;

/// The registers by which an SMMUv3 says what it can do (IHI 0070, 6.3.1 to 6.3.6, 6.3.45). Who made it, and which errata it
/// has, are not among them.
public final class Identification {
    public static final List<String> NAMES =
            List.of("IDR0", "IDR1", "IDR2", "IDR3", "IDR4", "IDR5", "IDR6");

    private Identification() {}

    /// Those of a state in the order of the architecture, 0 for what it leaves out; none of one that is not of an SMMUv3.
    public static Map<String, Long> of(SavedState state) {
        Map<String, Long> found = new LinkedHashMap<>();
        if (state.registers().containsKey(NAMES.getFirst())) {
            NAMES.forEach(name -> found.put(name, state.register(name)));
        }
        return found;
    }
}
