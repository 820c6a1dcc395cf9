package org.vinculum.qemu.domain;

import org.vinculum.memory.AddressRange;
import org.vinculum.memory.Ram;

/// Where everything is in the host's physical address space. No byte has the address that the guest knows it by: a
/// transaction that misses stage 2 reaches nothing of the guest.
///
/// The guest's RAM is in the upper half, at its own addresses counted from there, so that blocks of stage 2 are as large as
/// they would be in place. Below are frames, and RAM for the hypervisor's tables and queues, which costs what is touched.
///
/// @param addressBits of the SMMUs, 32 to 48
record HostLayout(int addressBits) {
    /// What stage 2 uses of larger ones.
    static final int MOST_BITS = 48;

    private static final long FRAMES = 0x1000_0000L;
    private static final long FRAME_SIZE = 0x2_0000L;
    private static final long MESSAGE_FRAME = 0x1100_0000L;
    private static final long MESSAGE_FRAME_SIZE = 0x1_0000L;
    private static final long TABLES = 0x2000_0000L;
    private static final long TABLES_SIZE = 256L << 20;

    /// Register frame of an SMMU.
    static AddressRange frame(int smmu) {
        return AddressRange.of(FRAMES + smmu * FRAME_SIZE, FRAME_SIZE);
    }

    static AddressRange messageFrame() {
        return AddressRange.of(MESSAGE_FRAME, MESSAGE_FRAME_SIZE);
    }

    static AddressRange tables() {
        return AddressRange.of(TABLES, TABLES_SIZE);
    }

    /// Whether there is an address for each byte of a guest's RAM.
    boolean holds(Ram guest) {
        return guest.start() >= 0 && guest.start() <= half() - guest.size();
    }

    /// A guest's RAM as the machine has it: the same bytes.
    Ram shared(Ram guest) {
        return new Ram(half() + guest.start(), guest.segment());
    }

    private long half() {
        return 1L << addressBits - 1;
    }
}
