package org.vinculum.domain;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;
import org.vinculum.firmware.PhysicalStream;
import org.vinculum.memory.AddressRange;
import org.vinculum.memory.PhysicalMemory;
import org.vinculum.swap.SwapRefusedException;
import org.vinculum.swap.SwapReport;

/// A guest, as far as DMA goes: its memory, its virtual IOMMUs, its devices. Safe for use by several threads.
@ProviderType
public interface Domain {
    String name();

    /// Guest physical memory, as its CPUs see it: RAM, and its interrupt translation service for
    /// [PhysicalMemory#writeInt]. Frames of virtual IOMMUs are not there.
    PhysicalMemory memory();

    /// What stage 2 leads where, in the order of guest physical addresses.
    List<Mapping> mappings();

    /// A piece of the guest physical address space.
    ///
    /// @param host physical address of its first byte
    /// @param ram false for a window, whatever it leads to
    record Mapping(AddressRange guest, long host, boolean ram) {}

    /// A guest's read of a virtual IOMMU's register.
    ///
    /// @param address guest physical
    /// @param width 4 or 8 bytes; other widths and unaligned addresses read as zero
    /// @throws IllegalArgumentException when no virtual IOMMU is there
    long read(long address, int width);

    /// A guest's write. Causes at most [MachineDescription#budget()] host commands; more is left to [Machine#schedule].
    ///
    /// @param width 4 or 8 bytes; writes of other widths and to unaligned addresses are ignored
    /// @throws IllegalArgumentException when no virtual IOMMU is there
    void write(long address, int width, long value);

    /// Hot-plugs a stream behind a virtual IOMMU.
    ///
    /// @throws MachineRefusedException when the stream is not there or not free, its virtual ID is taken or too large, or its
    ///     SMMU lacks what the guest has been shown
    void attach(DomainDescription.Stream stream);

    /// Takes a stream away: its DMA aborts, what it had waiting is ended, and then it is free for another domain.
    ///
    /// @throws IllegalArgumentException when it is not the domain's
    void detach(PhysicalStream stream);

    /// Shows more host memory to the guest and its devices.
    ///
    /// @throws MachineRefusedException when something is there already, or the host memory is not to be had
    void map(DomainDescription.Window window);

    /// Takes a window away again. When this returns no DMA reaches it any more.
    ///
    /// @throws IllegalArgumentException when there is no such window
    void unmap(AddressRange guest);

    /// Counters of the virtual IOMMUs, in their order.
    List<GuestTraffic> traffic();

    /// The virtual IOMMUs' state, to go on elsewhere with [#restore]; memory is not in it. From here on the guest's register
    /// writes are ignored, its commands stay where they are, and its DMA aborts; transactions that wait go on waiting.
    DomainState save();

    /// Takes over the state of a domain of the same shape whose memory has been copied into this one's. Transactions that
    /// waited there are to be issued here again by their devices; the guest is not told of them a second time.
    ///
    /// @throws MachineRefusedException when the state needs what this machine lacks; the domain is then as it was
    void restore(DomainState state);

    /// Puts another emulator in place of a virtual IOMMU, which takes over its state while the guest goes on.
    ///
    /// @param viommu its index in [DomainDescription#viommus()]
    /// @param type a [VirtualIommuType#name()], or a filter (OSGi Core, 3.2.7) over the services' properties
    /// @throws SwapRefusedException when there is no such virtual IOMMU or type, it cannot take the state over, or it failed;
    ///     the one that stood there goes on
    default SwapReport swap(int viommu, String type) {
        throw new SwapRefusedException(
                List.of("The virtual IOMMUs of this domain are never changed."));
    }

    /// Releases the streams and gives memory back, which is wiped.
    void destroy();
}
