package org.vinculum.qemu.vdma;

import org.vinculum.memory.AddressRange;
import org.vinculum.memory.Ram;
import org.vinculum.qemu.layout.Layout;

/// The configuration space of a PCI host, bus 0, that is memory and nothing else: functions with a DMA engine, and all ones
/// where there is none.
///
/// Memory cannot answer as a base address register does when it is sized, so where a function's registers are is said by an
/// Enhanced Allocation capability instead. It does answer as an expansion ROM of 2 KiB would, and there is none: Linux finds a
/// place for it before the registers, or says that it found none below 4 GiB; neither matters.
///
/// @spec https://pcisig.com/specifications PCI Express Base Specification 5.0, 7.5.1 (header), 7.5.3 (PCI Express), 7.7.1 (MSI), 7.8.5
///     (EA), 10.5.1 (ATS)
public final class ConfigurationSpace {
    /// Bytes of one function's.
    public static final int FUNCTION_SIZE = 4096;

    /// Command register: the function may issue transactions.
    static final int COMMAND = 0x04;

    static final int BUS_MASTER = 1 << 2;

    /// Where the MSI capability is; message control is its upper half.
    static final int MESSAGES = 0x60;

    static final int MESSAGES_ENABLED = 1 << 16;

    /// Where capability and control of the ATS extended capability are; the control is the upper half.
    static final int REQUESTS = 0x104;

    /// The function may ask for translations and use them.
    static final int REQUESTS_ENABLED = 1 << 31;

    private static final int VENDOR_AND_DEVICE = 0x5d3a_1234;
    private static final int STATUS_CAPABILITY_LIST = 1 << 20;
    private static final int CLASS_UNASSIGNED_REVISION_1 = 0xff00_0001;
    private static final int SUBSYSTEM = 0x0001_1234;
    private static final int CAPABILITIES = 0x40;

    private static final int EA_ONE_ENTRY = 0x0001_0014;
    private static final int MSI_64_BIT = 0x0080_0005;

    /// Extended capabilities are looked for in functions with a PCI Express capability alone. Version 2, an endpoint that is
    /// integrated into the root complex; its errors are told by role, as since PCIe 1.1.
    private static final int EXPRESS = 0x80;

    private static final int EXPRESS_INTEGRATED = 0x0092_0010;
    private static final int ROLE_BASED_ERRORS = 1 << 15;

    /// Version 1, the only one in the list; 32 invalidations wait, and requests have page addresses.
    private static final int ATS = 0x0001_000f;

    private static final int PAGE_ALIGNED = 1 << 5;

    /// Enabled, fixed; BAR 0, memory that is not prefetchable; the secondary properties say that there are none. The low
    /// bits count the words that follow.
    private static final int EA_ENTRY = 0x80ff_0000;

    private static final int EA_64_BIT = 1 << 1;
    private static final long FOUR_GIB = 1L << 32;

    private ConfigurationSpace() {}

    /// Fills all of it.
    ///
    /// @param ecam as [Layout#ecam()]
    public static void write(Ram ecam, Layout layout) {
        ecam.segment().fill((byte) -1);
        for (int i = 0; i < Layout.REQUESTERS.size(); i++) {
            int start = Layout.REQUESTERS.get(i) * FUNCTION_SIZE;
            ecam.segment().asSlice(start, FUNCTION_SIZE).fill((byte) 0);
            function(ecam, start, layout.bar(i));
        }
    }

    /// Where one function's is.
    ///
    /// @param requester its requester ID, on bus 0
    static AddressRange function(Layout layout, int requester) {
        long start = layout.ecam().start().value();
        return AddressRange.of(start + (long) requester * FUNCTION_SIZE, FUNCTION_SIZE);
    }

    /// A type 0 header; what is left out is 0: one function in its device, no base address register, no wired interrupt.
    private static void function(Ram ecam, int start, AddressRange registers) {
        ecam.setInt(start, VENDOR_AND_DEVICE);
        ecam.setInt(start + COMMAND, STATUS_CAPABILITY_LIST);
        ecam.setInt(start + 0x08, CLASS_UNASSIGNED_REVISION_1);
        ecam.setInt(start + 0x2c, SUBSYSTEM);
        ecam.setInt(start + 0x34, CAPABILITIES);
        ecam.setInt(start + CAPABILITIES, EA_ONE_ENTRY | MESSAGES << 8);
        allocation(ecam, start + CAPABILITIES + 4, registers);
        ecam.setInt(start + MESSAGES, MSI_64_BIT | EXPRESS << 8);
        ecam.setInt(start + EXPRESS, EXPRESS_INTEGRATED);
        ecam.setInt(start + EXPRESS + 4, ROLE_BASED_ERRORS);
        ecam.setInt(start + REQUESTS - 4, ATS);
        ecam.setInt(start + REQUESTS, PAGE_ALIGNED);
    }

    /// The last two bits of base and last offset are no part of them.
    private static void allocation(Ram ecam, int at, AddressRange registers) {
        long base = registers.start().value();
        int lastOffset = (int) registers.size() - 4;
        if (base < FOUR_GIB) {
            ecam.setInt(at, EA_ENTRY | 2);
            ecam.setInt(at + 4, (int) base);
            ecam.setInt(at + 8, lastOffset);
        } else {
            ecam.setInt(at, EA_ENTRY | 3);
            ecam.setInt(at + 4, (int) base | EA_64_BIT);
            ecam.setInt(at + 8, lastOffset);
            ecam.setInt(at + 12, (int) (base >>> 32));
        }
    }
}
