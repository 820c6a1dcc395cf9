package org.vinculum.qemu.wake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vinculum.domain.GuestInterrupts;
import org.vinculum.live.Count;
import org.vinculum.qemu.fake.RingSmmu;
import org.vinculum.qemu.layout.Layout;
import org.vinculum.smmu.spec.register.EventqCons;
import org.vinculum.smmu.spec.register.EventqProd;
import org.vinculum.smmu.spec.register.Idr0;
import org.vinculum.smmu.spec.register.IrqCfg0;
import org.vinculum.smmu.spec.register.IrqCfg1;
import org.vinculum.smmu.spec.register.IrqCtrl;

class WokenDriverTest implements GuestInterrupts {
    private static final int EVENTQ_IRQEN = 4;
    private static final int WRAPPED = 0x8_0000;
    private static final int OVERFLOWN = 0x8000_0000;

    private final RingSmmu smmu = new RingSmmu(null);
    private final WokenDriver woken =
            new WokenDriver(smmu, Layout.MESSAGE_FRAME, Layout.EVENT_INTID, this);
    private final List<Integer> raised = new ArrayList<>();
    private final List<Integer> messages = new ArrayList<>();

    @Override
    public void raise(int intid) {
        raised.add(intid);
    }

    @Override
    public void message(long deviceId, int event) {
        messages.add(event);
    }

    @BeforeEach
    void enable() {
        woken.write(IrqCtrl.OFFSET, 4, EVENTQ_IRQEN);
    }

    private void show(int producer) {
        smmu.set(EventqProd.OFFSET, producer);
        woken.read(EventqProd.OFFSET, 4);
    }

    private void consume(int consumer) {
        woken.write(EventqCons.OFFSET, 4, consumer);
    }

    @Test
    void aDriverThatTookAllThatWasShownIsInterruptedForWhatCameSince() {
        show(3);
        smmu.set(EventqProd.OFFSET, 4);
        consume(3);

        assertThat(raised).containsExactly(132);
        assertThat(woken.counts()).extracting(Count::value).contains(1L);
    }

    @Test
    void soIsOneThatReadWhatWasShownAMomentEarlier() {
        show(3);
        show(67);
        consume(3);

        assertThat(raised).containsExactly(132);
    }

    @Test
    void aDriverThatTookEverythingIsLeftAlone() {
        show(3);
        consume(3);

        assertThat(raised).isEmpty();
    }

    @Test
    void aDriverInTheMiddleIsLeftAlone() {
        show(3);
        consume(2);

        assertThat(raised).isEmpty();
    }

    @Test
    void aDriverThatTakesNothingIsLeftAlone() {
        show(3);
        show(4);
        consume(0);

        assertThat(raised).isEmpty();
    }

    @Test
    void oneInterruptIsEnough() {
        show(3);
        show(4);
        consume(3);
        consume(3);

        assertThat(raised).hasSize(1);
    }

    @Test
    void wrapsCountAndOverflowDoesNot() {
        show(3);
        show(3 | WRAPPED | OVERFLOWN);
        consume(3);

        assertThat(raised).hasSize(1);

        consume(3 | WRAPPED);
        assertThat(raised).hasSize(1);
    }

    @Test
    void withMessagesItIsAMessage() {
        smmu.set(Idr0.OFFSET, (int) Idr0.MSI.mask());
        smmu.set(IrqCfg0.EVENTQ_OFFSET, 0x0809_0040);
        smmu.set(IrqCfg1.EVENTQ_OFFSET, 9);
        show(3);
        show(4);
        consume(3);

        assertThat(messages).containsExactly(9);
        assertThat(raised).isEmpty();
    }

    @Test
    void withoutAnAddressItIsTheLine() {
        smmu.set(Idr0.OFFSET, (int) Idr0.MSI.mask());
        show(3);
        show(4);
        consume(3);

        assertThat(raised).hasSize(1);
    }

    @Test
    void aGuestThatDoesNotWantInterruptsGetsNone() {
        woken.write(IrqCtrl.OFFSET, 4, 0);
        show(3);
        show(4);
        consume(3);

        assertThat(raised).isEmpty();
    }
}
