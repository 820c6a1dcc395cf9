package org.vinculum.binding;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vinculum.firmware.PhysicalStream;
import org.vinculum.memory.StreamId;

/// The whole map of one domain; both directions are functions.
public final class Binding {
    private final String domain;
    private final List<VirtualIommuNode> viommus;
    private final List<BoundStream> streams;
    private final Map<Virtual, BoundStream> byVirtual = new HashMap<>();
    private final Map<PhysicalStream, BoundStream> byPhysical = new HashMap<>();

    private record Virtual(int viommu, StreamId vsid) {}

    /// @param streams sorted by (viommu, vsid)
    /// @throws IllegalArgumentException when a virtual or a physical stream appears twice
    public Binding(String domain, List<VirtualIommuNode> viommus, List<BoundStream> streams) {
        this.domain = domain;
        this.viommus = List.copyOf(viommus);
        this.streams = List.copyOf(streams);
        for (BoundStream stream : streams) {
            if (byVirtual.put(new Virtual(stream.viommu(), stream.vsid()), stream) != null
                    || byPhysical.put(stream.physical(), stream) != null) {
                throw new IllegalArgumentException("bound twice: " + stream);
            }
        }
    }

    public String domain() {
        return domain;
    }

    public List<VirtualIommuNode> viommus() {
        return viommus;
    }

    /// Sorted by (viommu, vsid).
    public List<BoundStream> streams() {
        return streams;
    }

    /// What a virtual stream stands for.
    public Optional<BoundStream> ofVirtual(int viommu, StreamId vsid) {
        return Optional.ofNullable(byVirtual.get(new Virtual(viommu, vsid)));
    }

    /// What the guest calls a physical stream.
    public Optional<BoundStream> ofPhysical(PhysicalStream stream) {
        return Optional.ofNullable(byPhysical.get(stream));
    }
}
