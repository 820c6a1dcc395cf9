package org.vinculum.viommu.queue;

import org.vinculum.memory.PhysicalMemory;
import org.vinculum.smmu.spec.Words;
import org.vinculum.smmu.spec.event.PageRequest;
import org.vinculum.smmu.spec.register.Cr0;
import org.vinculum.smmu.spec.register.Gerror;
import org.vinculum.smmu.spec.register.PriqBase;
import org.vinculum.smmu.spec.register.PriqIrqCfg2;
import org.vinculum.smmu.spec.register.PriqProd;
import org.vinculum.viommu.identification.Shown;
import org.vinculum.viommu.queue.OutputQueue.Written;
import org.vinculum.viommu.register.GlobalErrors;
import org.vinculum.viommu.register.RegisterPage;

/// The guest's queue of page requests (IHI 0070, 8.1, 8.2).
final class PriQueue {
    private static final long ON = Cr0.SMMUEN.mask() | Cr0.PRIQEN.mask();

    private final Shown shown;
    private final RegisterPage page;
    private final GlobalErrors errors;
    private final OutputQueue queue;
    private final Interrupts interrupts;
    private final AutomaticResponses responses;

    PriQueue(
            Shown shown,
            RegisterPage page,
            GlobalErrors errors,
            PhysicalMemory memory,
            Interrupts interrupts,
            AutomaticResponses responses) {
        this.shown = shown;
        this.page = page;
        this.errors = errors;
        this.queue =
                new OutputQueue(page, memory, PriqBase.OFFSET, PriqProd.OFFSET, PageRequest.SIZE);
        this.interrupts = interrupts;
        this.responses = responses;
    }

    boolean request(Words entry) {
        PageRequest request = PageRequest.decode(entry);
        if (!open()) {
            responses.fail(request);
            return false;
        }
        Written outcome =
                queue.overflowActive() ? Written.FULL : queue.append(entry, shown.priqs());
        switch (outcome) {
            case TO_EMPTY_QUEUE, BEHIND_OTHERS -> {}
            case FULL -> {
                queue.overflow();
                responses.answerLast(request);
            }
            case ABORTED -> {
                errors.activate(Gerror.PRIQ_ABT_ERR);
                responses.fail(request);
            }
        }
        if (interrupts(outcome, request.last())) {
            interrupts.raise(Interrupts.Cause.PRIQ);
        }
        return outcome.done();
    }

    /// The effective CR0.PRIQEN: only while SMMUEN (IHI 0070, 6.3.9.5).
    private boolean open() {
        return (page.get(Cr0.OFFSET) & ON) == ON && !errors.active(Gerror.PRIQ_ABT_ERR);
    }

    private boolean interrupts(Written outcome, boolean last) {
        if (PriqIrqCfg2.LO.isSet(page.get(PriqIrqCfg2.OFFSET))) {
            return last && outcome != Written.ABORTED;
        }
        return outcome == Written.TO_EMPTY_QUEUE;
    }
}
