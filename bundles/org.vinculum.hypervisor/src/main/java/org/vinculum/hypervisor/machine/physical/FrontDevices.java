package org.vinculum.hypervisor.machine.physical;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.vinculum.domain.Device;
import org.vinculum.iommu.Endpoints;

/// The devices in front of an SMMU. Those that share a stream all hear what the SMMU says to it; where there is none, an
/// invalidation has nothing to drop and is done.
public final class FrontDevices implements Endpoints {
    private final Map<Integer, List<Device>> byStream = new ConcurrentHashMap<>();

    void add(int streamId, Device device) {
        byStream.merge(streamId, List.of(device), FrontDevices::joined);
    }

    void remove(int streamId, Device device) {
        byStream.computeIfPresent(streamId, (_, devices) -> without(devices, device));
    }

    private static List<Device> joined(List<Device> some, List<Device> more) {
        List<Device> all = new ArrayList<>(some);
        all.addAll(more);
        return List.copyOf(all);
    }

    private static List<Device> without(List<Device> devices, Device device) {
        List<Device> others = new ArrayList<>(devices);
        others.remove(device);
        return others.isEmpty() ? null : List.copyOf(others);
    }

    private List<Device> at(int streamId) {
        return byStream.getOrDefault(streamId, List.of());
    }

    @Override
    public boolean invalidate(
            int streamId, int substreamId, long address, long size, boolean global) {
        boolean answered = true;
        for (Device device : at(streamId)) {
            answered &= device.invalidate(substreamId, address, size, global);
        }
        return answered;
    }

    @Override
    public void respond(int streamId, int substreamId, int group, Response response) {
        for (Device device : at(streamId)) {
            device.respond(substreamId, group, response);
        }
    }

    @Override
    public void release(int streamId, int stag, Release release) {
        for (Device device : at(streamId)) {
            device.release(stag, release);
        }
    }
}
