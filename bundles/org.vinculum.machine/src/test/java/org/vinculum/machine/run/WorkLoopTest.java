package org.vinculum.machine.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.vinculum.machine.FakeMachine;
import org.vinculum.machine.HeardNews;

class WorkLoopTest {
    private static final long A_HANG = 30;

    private final CountDownLatch first = new CountDownLatch(1);
    private final CountDownLatch second = new CountDownLatch(2);
    private final HeardNews news = new HeardNews();

    @Test
    void itWorksAtTheStartAndWheneverItIsTold() throws Exception {
        Counted machine = new Counted(first, second);
        try (WorkLoop loop = new WorkLoop(machine.fake, "test", news)) {
            assertThat(loop).isNotNull();
            assertThat(first.await(A_HANG, TimeUnit.SECONDS)).isTrue();

            machine.fake.listener.run();

            assertThat(second.await(A_HANG, TimeUnit.SECONDS)).isTrue();
        }
        int scheduled = machine.fake.scheduled.get();
        machine.fake.listener.run();
        assertThat(machine.fake.scheduled.get()).isEqualTo(scheduled);
    }

    /// Tells when a machine was worked on.
    private static final class Counted {
        final FakeMachine fake = new FakeMachine(1);

        Counted(CountDownLatch... latches) {
            fake.onSchedule =
                    () -> {
                        for (CountDownLatch latch : latches) {
                            latch.countDown();
                        }
                    };
        }
    }
}
