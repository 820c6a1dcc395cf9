package org.vinculum.smmu;

import org.vinculum.smmu.command.CommandQueue;
import org.vinculum.smmu.fault.FaultReports;
import org.vinculum.smmu.queue.EventQueue;
import org.vinculum.smmu.queue.PriQueue;
import org.vinculum.smmu.register.GlobalControl;
import org.vinculum.smmu.register.TableControl;

/// What CR0 turns on and off. No transaction stalls before translation is on, nor after it is off.
record Switches(
        TableControl tables,
        EventQueue eventQueue,
        FaultReports faults,
        PriQueue priQueue,
        CommandQueue commandQueue)
        implements GlobalControl.Parts {
    @Override
    public void translation(boolean on) {
        if (on) {
            faults.enable(true);
            tables.publish();
        } else {
            tables.publish();
            faults.enable(false);
        }
    }

    @Override
    public void events(boolean on) {
        eventQueue.enable(on);
        faults.recordWaiting();
    }

    @Override
    public void pageRequests(boolean on) {
        priQueue.enable(on);
    }

    @Override
    public void commands(boolean on) {
        commandQueue.enable(on);
    }
}
