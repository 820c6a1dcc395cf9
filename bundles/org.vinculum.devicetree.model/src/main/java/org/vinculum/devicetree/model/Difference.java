package org.vinculum.devicetree.model;

import java.util.List;
import org.vinculum.memory.AddressRange;

/// One thing that is not the same in two trees.
public sealed interface Difference {
    /// The absolute path of the node in question; `/` for what belongs to the whole blob.
    String path();

    /// A property that only the second tree has.
    record PropertyAdded(String path, Property property) implements Difference {}

    /// A property that only the first tree has.
    record PropertyRemoved(String path, Property property) implements Difference {}

    /// A property with two values; [Property#text()] shows them.
    record PropertyChanged(String path, Property before, Property after) implements Difference {}

    /// A node that only the second tree has, with everything below it.
    record NodeAdded(String path, Node node) implements Difference {}

    /// A node that only the first tree has, with everything below it.
    record NodeRemoved(String path, Node node) implements Difference {}

    /// Memory reservations (DTSpec 0.4, 5.3) that are not the same, or not in the same order.
    record ReservationsChanged(List<AddressRange> before, List<AddressRange> after)
            implements Difference {
        public ReservationsChanged {
            before = List.copyOf(before);
            after = List.copyOf(after);
        }

        @Override
        public String path() {
            return "/";
        }
    }

    /// Another boot CPU (`boot_cpuid_phys`; DTSpec 0.4, 5.2).
    record BootCpuChanged(int before, int after) implements Difference {
        @Override
        public String path() {
            return "/";
        }
    }
}
