package org.vinculum.devicetree.model.view;

import java.util.List;
import java.util.function.Function;
import org.vinculum.devicetree.model.Node;
import org.vinculum.devicetree.model.Property;

/// What a bus address of a device is for the CPU, through the `ranges` of every bus above (DTSpec 0.4, 2.3.8).
public sealed interface Translation {
    /// The CPU address.
    ///
    /// @param room bytes from there on that all windows passed through still hold; all ones when nothing limits it
    record Cpu(long address, long room) implements Translation {}

    /// A bus on the way has no `ranges`: nothing below it can be reached by address.
    record Closed(Node bus) implements Translation {}

    /// A bus on the way has no window that holds the address.
    record Outside(Node bus) implements Translation {}

    /// Follows an address that is written in a `reg` of `device` up to the root.
    static Translation of(Node device, BusAddress address) {
        return of(device, address, bus -> Window.of(bus, "ranges"));
    }

    /// The same with the windows of buses from elsewhere, for whoever translates many addresses.
    static Translation of(Node device, BusAddress address, Function<Node, List<Window>> windows) {
        BusAddress at = address;
        long room = -1L;
        Node bus = device.parent().orElse(null);
        while (bus != null && bus.parent().isPresent()) {
            Property ranges = bus.property("ranges").orElse(null);
            if (ranges == null) {
                return new Closed(bus);
            }
            if (ranges.length() > 0) {
                Window window = holder(windows.apply(bus), at);
                if (window == null) {
                    return new Outside(bus);
                }
                room = least(room, window.room(at));
                at = window.translate(at);
            }
            bus = bus.parent().get();
        }
        return new Cpu(at.offset(), room);
    }

    private static Window holder(List<Window> windows, BusAddress address) {
        for (Window window : windows) {
            if (window.holds(address)) {
                return window;
            }
        }
        return null;
    }

    private static long least(long a, long b) {
        return Long.compareUnsigned(a, b) < 0 ? a : b;
    }
}
