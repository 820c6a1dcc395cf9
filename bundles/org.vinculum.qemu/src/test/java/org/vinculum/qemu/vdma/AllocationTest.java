package org.vinculum.qemu.vdma;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.foreign.MemorySegment;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;
import org.vinculum.iommu.Outcome;

class AllocationTest {
    private static final int PAGES = 4000;
    private static final int PAGE = 4096;

    private final EngineBench bench =
            new EngineBench(new StreamPorts((_, _) -> new Everywhere()), 0);

    @Test
    void aLongCopyAllocatesNothingPerPage() {
        assertThat(allocated(0)).isLessThan(PAGES);
    }

    @Test
    void touchingManyPagesAllocatesNothingPerPage() {
        assertThat(allocated(8)).isLessThan(PAGES);
    }

    /// In the last of some rounds; the first make room for pieces of new lengths.
    private long allocated(int operation) {
        var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long allocated = 0;
        for (int round = 0; round < 3; round++) {
            long before = threads.getCurrentThreadAllocatedBytes();
            bench.run(operation, 100, 7, PAGES * PAGE);
            allocated = threads.getCurrentThreadAllocatedBytes() - before;
        }
        return allocated;
    }

    /// There is something at every address.
    private static final class Everywhere extends TransfersOnly {
        @Override
        public long transfer(
                int substreamId, long address, int access, MemorySegment bytes, Outcome outcome) {
            return 0;
        }
    }
}
