package org.vinculum.smmu.command;

import org.vinculum.memory.PhysicalMemory;
import org.vinculum.smmu.interrupt.GlobalErrors;
import org.vinculum.smmu.spec.register.CmdqCons;
import org.vinculum.smmu.spec.register.CmdqProd;
import org.vinculum.smmu.spec.register.Gerror;

/// The command queue of CMDQ_BASE, CMDQ_PROD and CMDQ_CONS: when it is processed, and how it stops (IHI 0070, 4.1.2, 7.1).
public final class CommandQueue {
    private final CommandRing ring;
    private final GlobalErrors errors;
    private boolean enabled;
    private boolean stuck;
    private int error;

    public CommandQueue(
            PhysicalMemory memory, int highestLog2, CommandExecutor executor, GlobalErrors errors) {
        this.ring = new CommandRing(memory, highestLog2, executor);
        this.errors = errors;
    }

    /// Processes commands until the budget is used up, there are none, or one fails.
    ///
    /// @return how many were taken up
    public int process(int budget) {
        int taken = 0;
        while (taken < budget && ready()) {
            taken++;
            stopUnlessDone(ring.step());
        }
        return taken;
    }

    /// Whether there is a command to process.
    public boolean ready() {
        return enabled && !stuck && !ring.empty() && !errors.active(Gerror.CMDQ_ERR);
    }

    private void stopUnlessDone(Verdict verdict) {
        switch (verdict) {
            case DONE -> {}
            case STUCK -> stuck = true;
            case ILLEGAL, FETCH_ABORTED, INVALIDATION_TIMED_OUT -> {
                error = verdict.error();
                errors.activate(Gerror.CMDQ_ERR);
            }
        }
    }

    /// GERRORN was written: the error code goes with the error.
    public void errorAcknowledged() {
        if (!errors.active(Gerror.CMDQ_ERR)) {
            error = 0;
        }
    }

    /// CR0.CMDQEN. The command in progress is always finished, because one thread does both.
    public void enable(boolean on) {
        stuck = stuck && enabled && on;
        enabled = on;
    }

    public boolean enabled() {
        return enabled;
    }

    /// CMDQ_BASE.
    public void base(long value) {
        ring.base(value);
    }

    /// CMDQ_PROD.
    public int producer() {
        return ring.producer();
    }

    public void producer(int value) {
        ring.producer((int) CmdqProd.WR.inPlace(value));
    }

    /// CMDQ_CONS: the index and the error code.
    public int consumer() {
        return CmdqCons.ERR.in(ring.consumer(), error);
    }

    public void consumer(int value) {
        ring.consumer((int) CmdqCons.RD.inPlace(value));
        error = CmdqCons.ERR.get(value);
    }

    public Outstanding outstanding() {
        return ring.outstanding();
    }
}
