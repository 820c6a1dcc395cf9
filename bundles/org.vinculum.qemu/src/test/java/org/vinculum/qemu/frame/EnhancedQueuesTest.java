package org.vinculum.qemu.frame;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.vinculum.domain.GuestInterrupts;
import org.vinculum.memory.Ram;
import org.vinculum.qemu.fake.ModelSmmu;
import org.vinculum.qemu.fake.Pages;
import org.vinculum.smmu.spec.register.EcmdqBase;
import org.vinculum.smmu.spec.register.EcmdqCons;
import org.vinculum.smmu.spec.register.EcmdqProd;

class EnhancedQueuesTest {
    private static final int PAGES_0_AND_1 = 0x2_0000;
    private static final int EIGHTH = 0x2000;
    private static final long TLBI_NSNH_ALL = 0x30;

    private final Ram memory = Pages.of(0x4000_0000L, 0x1000);

    private ModelSmmu smmu(String profile) {
        return new ModelSmmu(profile, memory, GuestInterrupts.NONE);
    }

    @Test
    void theQueuesOfAPageAreSpreadOverIt() {
        ModelSmmu smmu = smmu("smmuv3-3.3");

        assertThat(EnhancedQueues.of(smmu, (int) smmu.frameSize()))
                .hasSize(8)
                .startsWith(PAGES_0_AND_1, PAGES_0_AND_1 + EIGHTH)
                .endsWith(PAGES_0_AND_1 + 7 * EIGHTH);
    }

    @Test
    void aGuestThatReachesTwoPagesReachesNone() {
        assertThat(EnhancedQueues.of(smmu("smmuv3-3.3"), PAGES_0_AND_1)).isEmpty();
    }

    @Test
    void anSmmuWithoutThemHasNone() {
        assertThat(EnhancedQueues.of(smmu("smmuv3-3.1"), PAGES_0_AND_1)).isEmpty();
    }

    @Test
    void aQueueThatIsSetUpAndFilledBetweenTwoLooksIsExecuted() {
        ModelSmmu smmu = smmu("smmuv3-3.3");
        Ram frame = Pages.of(0x5f00_0000L, smmu.frameSize());
        FrameWatch watch = new FrameWatch(smmu, frame);
        int queue = PAGES_0_AND_1 + 7 * EIGHTH;
        memory.setLong(0, TLBI_NSNH_ALL);
        memory.setLong(16, TLBI_NSNH_ALL);
        frame.setLong(queue + EcmdqBase.OFFSET, memory.start() | 3);
        frame.setInt(queue + EcmdqProd.OFFSET, (int) EcmdqProd.EN.mask() | 2);
        watch.poll();

        assertThat(EcmdqCons.RD.get(frame.getInt(queue + EcmdqCons.OFFSET))).isEqualTo(2);
    }
}
