package org.vinculum.guest.device;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.function.Function;
import org.vinculum.domain.Device;
import org.vinculum.domain.DmaPort;
import org.vinculum.iommu.Access;
import org.vinculum.iommu.Endpoints.Release;
import org.vinculum.iommu.Endpoints.Response;
import org.vinculum.iommu.Outcome;

/// A device with one stream that moves bytes. Belongs to one thread, but for what its SMMU says to it.
public final class DmaDevice implements Device {
    /// For transactions without a substream.
    public static final int PLAIN = -1;

    private final Releases releases = new Releases();
    private final HeldTranslations held;
    private final Outcome probed = new Outcome();
    private final MemorySegment buffer = Arena.ofAuto().allocate(PagePort.PAGE, Long.BYTES);
    private final DmaPort port;
    private final PagePort pages;

    /// Puts a device in front of an SMMU.
    ///
    /// @param connect gives it its port, as [org.vinculum.domain.Machine#connect]
    /// @param caches whether it keeps translations (ATS)
    public DmaDevice(Function<Device, DmaPort> connect, boolean caches) {
        this.held = caches ? new HeldTranslations() : null;
        this.port = connect.apply(this);
        this.pages = new PagePort(port, releases, held);
    }

    /// Reads into `bytes`, all of it.
    public Transfer read(int substream, long address, MemorySegment bytes) {
        return new Transfer(
                bytes.byteSize(),
                done -> {
                    long piece = PagePort.inPage(address + done, bytes.byteSize() - done);
                    return pages.read(substream, address + done, bytes.asSlice(done, piece));
                });
    }

    /// Writes `bytes`, all of it.
    public Transfer write(int substream, long address, MemorySegment bytes) {
        return new Transfer(
                bytes.byteSize(),
                done -> {
                    long piece = PagePort.inPage(address + done, bytes.byteSize() - done);
                    return pages.write(substream, address + done, bytes.asSlice(done, piece));
                });
    }

    /// Reads in one place and writes what was read in another.
    ///
    /// @param length in bytes
    public Transfer copy(int substream, long from, long to, long length) {
        return new Transfer(length, new CopyStep(pages, buffer, substream, from, to, length));
    }

    /// Reads eight bytes that do not cross a page.
    ///
    /// @param otherwise what is answered when they cannot be read
    public long readLong(long address, long otherwise) {
        MemorySegment bytes = buffer.asSlice(0, Long.BYTES);
        return pages.read(PLAIN, address, bytes) == Long.BYTES
                ? bytes.get(ValueLayout.JAVA_LONG, 0)
                : otherwise;
    }

    /// Writes four bytes, to RAM or as a message to a doorbell.
    ///
    /// @return false when it was aborted
    public boolean message(int substream, long address, int value) {
        return pages.message(substream, address, value) > 0;
    }

    /// Whether an access would get through; moves nothing.
    public boolean reaches(long address, boolean write) {
        int access = write ? Access.WRITE : Access.READ;
        return port.translate(PLAIN, address, access, probed) >= 0;
    }

    /// How many translations it keeps.
    public int heldTranslations() {
        return held == null ? 0 : held.size();
    }

    public void disconnect() {
        port.disconnect();
    }

    @Override
    public boolean invalidate(int substreamId, long address, long size, boolean global) {
        if (held != null) {
            held.forget(substreamId, address, size, global);
        }
        return true;
    }

    /// It asks for no pages.
    @Override
    public void respond(int substreamId, int group, Response response) {}

    @Override
    public void release(int stag, Release release) {
        releases.release(stag, release);
    }
}
