package org.vinculum.qemu.poll;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vinculum.domain.GuestInterrupts;

class HeldInterruptsTest {
    private final List<String> delivered = new ArrayList<>();
    private final HeldInterrupts held = new HeldInterrupts(recording(delivered));

    static GuestInterrupts recording(List<String> into) {
        return new GuestInterrupts() {
            @Override
            public void raise(int intid) {
                into.add("line " + intid);
            }

            @Override
            public void message(long deviceId, int event) {
                into.add("message " + deviceId + " " + event);
            }
        };
    }

    @Test
    void nothingIsDeliveredBeforeItsTime() {
        held.raise(132);
        held.message(0, 7);

        assertThat(delivered).isEmpty();
        assertThat(held.poll()).isTrue();
        assertThat(delivered).containsExactly("line 132", "message 0 7");
    }

    @Test
    void whatIsDeliveredIsDeliveredOnce() {
        held.raise(132);
        held.poll();

        assertThat(held.poll()).isFalse();
        assertThat(delivered).hasSize(1);
    }

    @Test
    void aSecondEdgeBeforeTheFirstIsDeliveredIsTheSame() {
        held.raise(132);
        held.raise(134);
        held.raise(132);
        held.poll();

        assertThat(delivered).containsExactly("line 132", "line 134");
    }

    @Test
    void anEdgeAfterDeliveryIsANewOne() {
        held.raise(132);
        held.poll();
        held.raise(132);
        held.poll();

        assertThat(delivered).hasSize(2);
    }

    @Test
    void noMessageIsLostAndTheirOrderStays() {
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            held.message(0x1_0000_0000L - 1, i % 3);
            expected.add("message 4294967295 " + i % 3);
        }
        held.poll();

        assertThat(delivered).isEqualTo(expected);
    }

    @Test
    void whatAnotherThreadRaisesInARoundWaitsForTheNext() throws InterruptedException {
        held.admit();
        Thread other =
                Thread.ofPlatform()
                        .start(() -> {
                            held.raise(132);
                            held.message(0, 7);
                        });
        other.join();
        held.raise(134);

        held.poll();
        assertThat(delivered).containsExactly("line 134");
        assertThat(held.admit()).isTrue();
        held.poll();
        assertThat(delivered).containsExactly("line 134", "line 132", "message 0 7");
        assertThat(held.admit()).isFalse();
    }

    @Test
    void whatIsRaisedDuringDeliveryIsDeliveredNext() {
        List<Integer> lines = new ArrayList<>();
        GuestInterrupts[] back = new GuestInterrupts[1];
        HeldInterrupts looping =
                new HeldInterrupts(
                        new GuestInterrupts() {
                            @Override
                            public void raise(int intid) {
                                lines.add(intid);
                                back[0].raise(intid + 1);
                            }

                            @Override
                            public void message(long deviceId, int event) {}
                        });
        back[0] = looping;
        looping.raise(40);

        looping.poll();
        assertThat(lines).containsExactly(40);
        looping.poll();
        assertThat(lines).containsExactly(40, 41);
    }
}
