package org.vinculum.firmware;

import java.util.List;
import org.vinculum.memory.AddressRange;

/// Memory that streams use from before the operating system starts, so that it has to stay mapped to itself.
///
/// @param path `IORT:0x<offset>` of the RMR node (DEN0049, 3.1.1.8)
/// @param remappable software may map it elsewhere once it has stopped the device
/// @param privileged the accesses are privileged
/// @param attributes of the accesses, in the words of the architecture, e.g. `Device-nGnRnE`
/// @param streams that use it
public record ReservedRegion(
        String path,
        AddressRange range,
        boolean remappable,
        boolean privileged,
        String attributes,
        List<PhysicalStream> streams) {
    public ReservedRegion {
        streams = List.copyOf(streams);
    }
}
