package org.vinculum.toolstack.bind;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vinculum.firmware.Iommu;
import org.vinculum.firmware.PhysicalStream;
import org.vinculum.toolstack.host.Host;
import org.vinculum.toolstack.record.Previous;

/// Keeps the IDs of an earlier binding for streams that the guest still has.
record PreviousIds(Previous previous, Host host) {
    void apply(UserIds ids) {
        for (Previous.Stream stream : previous.streams()) {
            iommu(stream)
                    .ifPresent(iommu ->
                            ids.keep(
                                    PhysicalStream.of(iommu.path(), stream.psid()),
                                    stream.viommu(),
                                    stream.vsid(),
                                    previous.name()));
        }
    }

    /// Paths of the physical SMMUs that are still there, in the order of their virtual ones.
    List<String> iommus() {
        List<String> paths = new ArrayList<>();
        for (Previous.Stream stream : previous.streams()) {
            iommu(stream).ifPresent(iommu -> paths.add(iommu.path()));
        }
        return paths;
    }

    // The address is what a machine keeps; a path may be renamed by a newer firmware.
    private Optional<Iommu> iommu(Previous.Stream stream) {
        Optional<Iommu> same = host.iommuAt(stream.iommuBase());
        return same.isPresent() ? same : host.iommu(stream.iommuPath());
    }
}
