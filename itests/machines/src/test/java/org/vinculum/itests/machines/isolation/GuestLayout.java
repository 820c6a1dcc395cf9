package org.vinculum.itests.machines.isolation;

import java.util.List;
import org.vinculum.memory.AddressRange;

/// Where every guest of the run has what; the same for all.
final class GuestLayout {
    static final long RAM = 0x4000_0000L;
    static final int RAM_BITS = 20;
    static final long RAM_BYTES = 1L << RAM_BITS;

    /// Records of the SMMU, where no guest ever looks for anything else, so that they can be trusted to be records.
    static final long RECORDS = 0x7_1230_0000L;

    static final long RECORD_BYTES = 0x2000;

    static final long EVENTS = RECORDS;
    static final int EVENTS_LOG2 = 7;
    static final long PAGE_REQUESTS = RECORDS + 0x1000;
    static final int PAGE_REQUESTS_LOG2 = 8;

    static final long REGISTERS = 0x0904_0000L;
    static final long FRAME = 0x2_0000L;
    static final long MESSAGES = 0x0820_0000L;

    /// Where a device of the host is shown, sometimes.
    static final long WINDOW = 0x5000_0000L;

    static final int WINDOW_BITS = 16;

    static final long STREAMS = RAM;
    static final int STREAM_BITS = 8;
    static final long FIRST_LEVEL = RAM + 0x4000;
    static final long SECOND_LEVELS = RAM + 0x8000;
    static final long COMMANDS = RAM + 0x1_0000;
    static final int COMMANDS_LOG2 = 8;
    static final long CONTEXTS = RAM + 0x1_4000;
    static final long TABLES = RAM + 0x2_0000;
    static final int TABLE_BITS = 18;

    private GuestLayout() {}

    static List<AddressRange> ram() {
        return List.of(AddressRange.of(RAM, RAM_BYTES), AddressRange.of(RECORDS, RECORD_BYTES));
    }

    static boolean isRam(long address) {
        return Long.compareUnsigned(address - RAM, RAM_BYTES) < 0;
    }

    static boolean isKept(long address) {
        return Long.compareUnsigned(address - RECORDS, RECORD_BYTES) < 0;
    }
}
