package org.vinculum.smmu.command;

import org.vinculum.memory.PhysicalMemory;
import org.vinculum.smmu.interrupt.GlobalErrors;
import org.vinculum.smmu.spec.register.EcmdqCons;
import org.vinculum.smmu.spec.register.EcmdqProd;
import org.vinculum.smmu.spec.register.Gerror;

/// One enhanced command queue (IHI 0070, 3.5.6): enabled and stopped by itself, whatever the state of the others.
public final class EnhancedQueue {
    private static final int FROM_SOFTWARE = (int) (EcmdqProd.EN.mask() | EcmdqProd.ERRACK.mask());
    private static final int FROM_SMMU = (int) (EcmdqCons.ERR.mask() | EcmdqCons.ERR_REASON.mask());

    private final CommandRing ring;
    private final GlobalErrors errors;
    private final Runnable enablingChanged;
    private int control;
    private int status;
    private boolean stuck;

    /// @param enablingChanged called when the queue is enabled or disabled
    EnhancedQueue(
            PhysicalMemory memory,
            int highestLog2,
            CommandExecutor executor,
            GlobalErrors errors,
            Runnable enablingChanged) {
        this.ring = new CommandRing(memory, highestLog2, executor);
        this.errors = errors;
        this.enablingChanged = enablingChanged;
    }

    /// As [CommandQueue#process].
    int process(int budget) {
        int taken = 0;
        while (taken < budget && ready()) {
            taken++;
            stopUnlessDone(ring.step());
        }
        return taken;
    }

    boolean ready() {
        return enabled() && !stuck && !ring.empty() && !errorActive();
    }

    private boolean errorActive() {
        return EcmdqCons.ERR.isSet(status) != EcmdqProd.ERRACK.isSet(control);
    }

    private void stopUnlessDone(Verdict verdict) {
        if (verdict == Verdict.STUCK) {
            stuck = true;
        } else if (verdict != Verdict.DONE) {
            int toggled = status ^ (int) EcmdqCons.ERR.mask();
            status = EcmdqCons.ERR_REASON.in(toggled, verdict.error());
            errors.activate(Gerror.CMDQP_ERR);
        }
    }

    public boolean enabled() {
        return EcmdqProd.EN.isSet(control);
    }

    /// ECMDQ_BASE.
    public void base(long value) {
        ring.base(value);
    }

    /// ECMDQ_PROD.
    public int producer() {
        return ring.producer() | control;
    }

    public void producer(int value) {
        boolean before = enabled();
        ring.producer((int) EcmdqProd.WR.inPlace(value));
        control = value & FROM_SOFTWARE;
        stuck = stuck && before && enabled();
        if (before != enabled()) {
            enablingChanged.run();
        }
    }

    /// ECMDQ_CONS: enabling is acknowledged at once.
    public int consumer() {
        return EcmdqCons.ENACK.in(ring.consumer() | status, enabled() ? 1 : 0);
    }

    /// Ignored while the queue is enabled.
    public void consumer(int value) {
        if (!enabled()) {
            ring.consumer((int) EcmdqCons.RD.inPlace(value));
            status = value & FROM_SMMU;
        }
    }

    public Outstanding outstanding() {
        return ring.outstanding();
    }
}
