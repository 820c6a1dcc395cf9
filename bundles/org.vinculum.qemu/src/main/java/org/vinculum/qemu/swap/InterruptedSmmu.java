package org.vinculum.qemu.swap;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.LongSupplier;
import org.vinculum.live.ForwardedSmmu;
import org.vinculum.live.GuestSmmu;
import org.vinculum.smmu.spec.register.CmdqProd;
import org.vinculum.smmu.spec.register.Cr0;

/// An SMMU whose thread does something else now and then, best when it is in the middle of something: between two commands of
/// a batch, or when events have just been lost.
///
/// Who gives it something to do waits until it is done, so there is one thing at a time.
final class InterruptedSmmu extends ForwardedSmmu implements Executor {
    /// How long a quiet SMMU is waited for to be busy.
    static final long PATIENCE_NANOS = 60_000_000;

    private final Moments moments;
    private final LongSupplier clock;
    private final CountDownLatch enabled = new CountDownLatch(1);
    private final Map<Moment, Long> counts = new EnumMap<>(Moment.class);
    private volatile Runnable waiting;
    private volatile long since;
    private boolean ended;
    private Runnable afterwards = () -> {};

    /// @param clock nanoseconds from any start
    InterruptedSmmu(GuestSmmu smmu, LongSupplier clock) {
        super(smmu);
        this.moments = new Moments(smmu);
        this.clock = clock;
    }

    /// What follows each thing done, on the thread of the SMMU.
    void afterwards(Runnable next) {
        afterwards = next;
    }

    /// Waits until the driver has enabled it.
    void awaitEnabled() throws InterruptedException {
        enabled.await();
    }

    /// A batch of commands is handed over in two parts, as a driver may, where one is done at once.
    @Override
    public void write(long offset, int width, long value) {
        if (offset == CmdqProd.OFFSET && waiting != null && moments.batch((int) value)) {
            super.write(offset, width, moments.before((int) value));
            interrupt(Moment.COMMANDS);
        }
        super.write(offset, width, value);
        if (offset == Cr0.OFFSET && Cr0.SMMUEN.isSet((int) value)) {
            enabled.countDown();
        }
    }

    @Override
    public boolean work(int budget) {
        if (waiting == null) {
            return super.work(budget);
        }
        return switch (moments.now()) {
            case COMMANDS -> {
                super.work(1);
                interrupt(Moment.COMMANDS);
                yield super.work(budget);
            }
            case OVERFLOW -> {
                interrupt(Moment.OVERFLOW);
                yield super.work(budget);
            }
            case QUIET -> {
                if (clock.getAsLong() - since >= PATIENCE_NANOS) {
                    interrupt(Moment.QUIET);
                }
                yield super.work(budget);
            }
        };
    }

    private void interrupt(Moment moment) {
        Runnable work = take();
        if (work != null) {
            synchronized (counts) {
                counts.merge(moment, 1L, Long::sum);
            }
            work.run();
            afterwards.run();
        }
    }

    private synchronized Runnable take() {
        Runnable work = waiting;
        waiting = null;
        return work;
    }

    /// How often it was interrupted then.
    long count(Moment moment) {
        synchronized (counts) {
            return counts.getOrDefault(moment, 0L);
        }
    }

    /// @throws RejectedExecutionException once [#end] was called, or when something waits already
    @Override
    public synchronized void execute(Runnable work) {
        if (ended || waiting != null) {
            throw new RejectedExecutionException(ended ? "it has ended" : "something waits");
        }
        since = clock.getAsLong();
        waiting = work;
    }

    /// Takes nothing any more, and does what still waits. The thread of the SMMU has ended.
    void end() {
        synchronized (this) {
            ended = true;
        }
        enabled.countDown();
        interrupt(Moment.QUIET);
    }
}
