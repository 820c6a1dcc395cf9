package org.vinculum.qemu.physical;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.vinculum.domain.Device;
import org.vinculum.iommu.Endpoints;

/// The devices in front of the SMMU. Those that share a stream all hear what it says; where there is none, an invalidation
/// has nothing to drop and is done.
final class FrontDevices implements Endpoints {
    private final Map<Integer, List<Device>> byStream = new HashMap<>();

    void add(int streamId, Device device) {
        byStream.computeIfAbsent(streamId, _ -> new ArrayList<>()).add(device);
    }

    void remove(int streamId, Device device) {
        at(streamId).remove(device);
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
