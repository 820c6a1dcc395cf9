package org.vinculum.domain;

import java.util.List;
import java.util.Optional;
import org.vinculum.firmware.PhysicalStream;
import org.vinculum.memory.Address;
import org.vinculum.memory.AddressRange;
import org.vinculum.memory.StreamId;

/// A domain as it is asked for.
///
/// @param name unique in the machine
/// @param ram guest physical, whole pages, none overlapping another or a frame
/// @param inPlace the RAM has the same addresses on the host, as dom0's has; it must be free there
/// @param windows other host memory the guest and its devices reach: frames of devices, the message frame
/// @param messageFrame where the guest has its interrupt translation service, 64 KiB, which stage 2 leads to the machine's;
///     empty for a guest without one
/// @param viommus may be empty: then every stream is translated by stage 2 alone
/// @param streams behind the virtual IOMMUs
/// @param direct streams that no virtual IOMMU is in front of, translated by stage 2 alone
/// @param weight share of the hardware's command queues against the other domains', 1 to 256
/// @param interrupts who is interrupted
public record DomainDescription(
        String name,
        List<AddressRange> ram,
        boolean inPlace,
        List<Window> windows,
        Optional<AddressRange> messageFrame,
        List<VirtualIommuDescription> viommus,
        List<Stream> streams,
        List<PhysicalStream> direct,
        int weight,
        GuestInterrupts interrupts) {
    public static final int ORDINARY_WEIGHT = 1;
    private static final int HIGHEST_WEIGHT = 256;

    /// @throws IllegalArgumentException for a weight outside 1 to 256, or a stream behind a virtual IOMMU that is not there
    public DomainDescription {
        ram = List.copyOf(ram);
        windows = List.copyOf(windows);
        viommus = List.copyOf(viommus);
        streams = List.copyOf(streams);
        direct = List.copyOf(direct);
        if (weight < 1 || weight > HIGHEST_WEIGHT) {
            throw new IllegalArgumentException("a weight of " + weight);
        }
        for (Stream stream : streams) {
            if (stream.viommu() < 0 || stream.viommu() >= viommus.size()) {
                throw new IllegalArgumentException("no virtual IOMMU for " + stream);
            }
        }
    }

    /// An ordinary guest: one or more virtual IOMMUs, everything behind them.
    public DomainDescription(
            String name,
            List<AddressRange> ram,
            List<VirtualIommuDescription> viommus,
            List<Stream> streams,
            GuestInterrupts interrupts) {
        this(
                name,
                ram,
                false,
                List.of(),
                Optional.empty(),
                viommus,
                streams,
                List.of(),
                ORDINARY_WEIGHT,
                interrupts);
    }

    /// Host memory shown to a guest. Where it leads to RAM that the machine shares, the guest has RAM there.
    ///
    /// @param guest guest physical, whole pages
    /// @param host physical address of its first byte, a multiple of the page size
    public record Window(AddressRange guest, Address host) {}

    /// A stream behind a virtual IOMMU.
    ///
    /// @param viommu index into [#viommus()]
    /// @param trusted its device keeps translations and is believed to use no others: full ATS, past stage 2's check
    public record Stream(int viommu, StreamId vsid, PhysicalStream physical, boolean trusted) {
        /// An ordinary one.
        public Stream(int viommu, StreamId vsid, PhysicalStream physical) {
            this(viommu, vsid, physical, false);
        }
    }
}
