package org.vinculum.qemu.vdma;

import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.vinculum.domain.Device;
import org.vinculum.domain.DmaPort;
import org.vinculum.iommu.Endpoints.Release;
import org.vinculum.iommu.Endpoints.Response;

/// One stream of a device that may be made to wait and keeps translations, but does not ask for pages.
final class StreamPort implements Device {
    private final ConcurrentHashMap<Integer, Release> released = new ConcurrentHashMap<>();
    private final TranslationCache translations = new TranslationCache();
    private final DmaPort port;

    /// @param connect puts a device in front of the SMMU
    StreamPort(Function<Device, DmaPort> connect) {
        this.port = connect.apply(this);
    }

    DmaPort port() {
        return port;
    }

    /// What it was answered.
    TranslationCache translations() {
        return translations;
    }

    /// What has become of a transaction that waited; null while it still does.
    Release take(int stag) {
        return released.remove(stag);
    }

    @Override
    public boolean invalidate(int substreamId, long address, long size, boolean global) {
        if (substreamId < 0 || global) {
            translations.forget(address, size);
        }
        return true;
    }

    @Override
    public void respond(int substreamId, int group, Response response) {}

    /// Comes from any thread, sometimes before the device knows that it waits.
    @Override
    public void release(int stag, Release how) {
        released.put(stag, how);
    }
}
