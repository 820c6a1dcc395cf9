package org.vinculum.smmu.queue;

import org.vinculum.iommu.Endpoints.Response;
import org.vinculum.memory.PhysicalMemory;
import org.vinculum.smmu.interrupt.GlobalErrors;
import org.vinculum.smmu.interrupt.InterruptSource;
import org.vinculum.smmu.spec.Words;
import org.vinculum.smmu.spec.event.PageRequest;
import org.vinculum.smmu.spec.register.Gerror;
import org.vinculum.smmu.spec.register.PriqIrqCfg2;

/// The queue of page requests, and the answers that the SMMU gives itself (IHI 0070, 8.1, 8.2).
///
/// Any thread asks. Nothing outside is called while the lock is held.
public final class PriQueue {
    /// Answers a request in place of software.
    @FunctionalInterface
    public interface Responder {
        /// @param withPasid whether the answer may carry the request's PASID
        void respond(PageRequest request, Response response, boolean withPasid);
    }

    private final OutputQueue queue;
    private final GlobalErrors errors;
    private final InterruptSource interrupt;
    private final Responder responder;
    private volatile boolean enabled;

    public PriQueue(
            PhysicalMemory memory,
            int highestLog2,
            GlobalErrors errors,
            InterruptSource interrupt,
            Responder responder) {
        this.queue = new OutputQueue(memory, highestLog2, PageRequest.SIZE);
        this.errors = errors;
        this.interrupt = interrupt;
        this.responder = responder;
    }

    public void request(PageRequest request) {
        Written written = taken(request.encode());
        switch (written) {
            case TO_EMPTY_QUEUE, BEHIND_OTHERS -> {}
            case FULL -> answerLast(request);
            case CLOSED -> fail(request);
            case ABORTED -> {
                errors.activate(Gerror.PRIQ_ABT_ERR);
                fail(request);
            }
        }
        if (interrupts(written, request.last())) {
            interrupt.raise();
        }
    }

    private synchronized Written taken(Words entry) {
        if (!enabled || errors.active(Gerror.PRIQ_ABT_ERR)) {
            return Written.CLOSED;
        }
        if (queue.overflowActive()) {
            return Written.FULL;
        }
        Written written = queue.append(entry.word(0), entry.word(1));
        if (written == Written.FULL) {
            queue.overflow();
        }
        return written;
    }

    private boolean interrupts(Written written, boolean last) {
        if (PriqIrqCfg2.LO.isSet(interrupt.attributes().read())) {
            return last && (written.done() || written == Written.FULL);
        }
        return written == Written.TO_EMPTY_QUEUE;
    }

    /// The device is told to ask again; software has lost the group.
    private void answerLast(PageRequest request) {
        if (request.last() && !stopMarker(request)) {
            responder.respond(request, Response.SUCCESS, true);
        }
    }

    private void fail(PageRequest request) {
        if (!stopMarker(request)) {
            responder.respond(request, Response.FAILURE, false);
        }
    }

    private static boolean stopMarker(PageRequest request) {
        return request.ssv() && request.last() && !request.read() && !request.write();
    }

    /// The effective CR0.PRIQEN: only while SMMUEN (IHI 0070, 6.3.9.5).
    public void enable(boolean on) {
        enabled = on;
    }

    /// PRIQ_BASE.
    public synchronized void base(long value) {
        queue.base(value);
    }

    /// PRIQ_PROD.
    public int producer() {
        return queue.producer();
    }

    public synchronized void producer(int value) {
        queue.producer(value);
    }

    /// PRIQ_CONS.
    public int consumer() {
        return queue.consumer();
    }

    public synchronized void consumer(int value) {
        queue.consumer(value);
    }
}
