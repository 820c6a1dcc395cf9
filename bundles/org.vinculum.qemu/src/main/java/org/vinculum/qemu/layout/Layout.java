package org.vinculum.qemu.layout;

import java.util.ArrayList;
import java.util.List;
import org.vinculum.memory.AddressRange;
import org.vinculum.memory.StreamId;

/// The guest physical address space: QEMU's `virt` machine, whose RAM ends with frames that are ours.
///
/// The kernel is told of the RAM before them alone, with `mem=`.
///
/// @param ramBytes of the whole RAM file, a multiple of 2 MiB
public record Layout(long ramBytes) {
    /// Where RAM starts on `virt`.
    public static final long RAM = 0x4000_0000L;

    /// Bytes at the end of RAM that the kernel does not get.
    public static final long RESERVED = 16L << 20;

    /// Of the interrupt translation service of `virt`, GICv3.
    public static final AddressRange MESSAGE_FRAME = AddressRange.of(0x809_0000L, 0x1_0000);

    /// Interrupt IDs of the SMMU; the device tree counts SPIs from 32.
    public static final int EVENT_INTID = 132;

    public static final int GERROR_INTID = 134;
    public static final int FIRST_SPI = 32;

    /// Stream of PCI function 00:00.0; a function's is this and its requester ID.
    public static final int FIRST_STREAM = 0x100;

    /// Streams that devices may use, from the first.
    public static final int STREAMS = 16;

    /// Width of stream IDs: what the first stream and 256 requester IDs need.
    public static final int SID_BITS = 16;

    /// PCI functions with a DMA engine: 00:00.0 and 00:01.0.
    public static final List<Integer> REQUESTERS = List.of(0x00, 0x08);

    private static final long FRAME_SIZE = 0x2_0000;
    private static final long ECAM_OFFSET = 1L << 20;
    private static final long ECAM_SIZE = 1L << 20;
    private static final long WINDOW_OFFSET = 8L << 20;
    private static final long WINDOW_SIZE = 8L << 20;
    private static final long BAR_OFFSET = 12L << 20;

    /// Bytes of the registers of one DMA engine.
    public static final long BAR_SIZE = 0x1_0000;

    /// What the kernel and devices may use.
    public AddressRange usable() {
        return AddressRange.of(RAM, ramBytes - RESERVED);
    }

    /// Register frame of the SMMU.
    public AddressRange smmu() {
        return AddressRange.of(reserved(), FRAME_SIZE);
    }

    /// Configuration space of the PCI host, bus 0.
    public AddressRange ecam() {
        return AddressRange.of(reserved() + ECAM_OFFSET, ECAM_SIZE);
    }

    /// Memory window of the PCI host.
    public AddressRange window() {
        return AddressRange.of(reserved() + WINDOW_OFFSET, WINDOW_SIZE);
    }

    /// Registers of one DMA engine.
    ///
    /// @param function index into [#REQUESTERS]
    public AddressRange bar(int function) {
        return AddressRange.of(reserved() + BAR_OFFSET + function * BAR_SIZE, BAR_SIZE);
    }

    /// Streams that devices may use.
    public static List<StreamId> streams() {
        List<StreamId> streams = new ArrayList<>();
        for (int i = 0; i < STREAMS; i++) {
            streams.add(new StreamId(FIRST_STREAM + i));
        }
        return streams;
    }

    private long reserved() {
        return RAM + ramBytes - RESERVED;
    }
}
