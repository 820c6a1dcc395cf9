package org.vinculum.viommu.command;

import org.vinculum.memory.PhysicalMemory;
import org.vinculum.smmu.spec.command.AtcInv;
import org.vinculum.smmu.spec.command.CfgiCd;
import org.vinculum.smmu.spec.command.CfgiCdAll;
import org.vinculum.smmu.spec.command.CfgiSte;
import org.vinculum.smmu.spec.command.CfgiSteRange;
import org.vinculum.smmu.spec.command.Command;
import org.vinculum.smmu.spec.command.PriResp;
import org.vinculum.smmu.spec.command.Resume;
import org.vinculum.smmu.spec.command.StallTerm;
import org.vinculum.smmu.spec.command.Sync;
import org.vinculum.smmu.spec.command.TlbiNhAll;
import org.vinculum.smmu.spec.command.TlbiNhAsid;
import org.vinculum.smmu.spec.command.TlbiNhVa;
import org.vinculum.smmu.spec.command.TlbiNhVaa;
import org.vinculum.smmu.spec.command.TlbiNsnhAll;
import org.vinculum.smmu.spec.encoding.Cerror;
import org.vinculum.smmu.spec.encoding.CompletionSignal;
import org.vinculum.viommu.identification.Identification;
import org.vinculum.viommu.identification.Shown;
import org.vinculum.viommu.queue.GuestQueues;
import org.vinculum.viommu.register.GuestRegisters;
import org.vinculum.viommu.stream.Budget;

/// The guest's command queue: takes its commands in their order, one at a time, and stops at one that fails (IHI 0070, 4, 7.1).
///
/// CMDQ_CONS passes a command when all of it is done, a CMD_SYNC when every physical SMMU concerned has answered; what the
/// guest can see of it lags until the end of a [#process].
final class GuestCommands {
    private final Shown shown;
    private final GuestRegisters registers;
    private final GuestQueues queues;
    private final InvalidationCommands invalidations;
    private final ConfigurationCommands configurations;
    private final DeviceCommands devices;
    private final PendingSync sync;
    private final GuestRing ring;
    private final CommandInProgress command = new CommandInProgress();
    private Identification ruled;
    private CommandRules rules;
    private long syncs;
    private long errors;

    GuestCommands(
            Shown shown,
            GuestRegisters registers,
            GuestQueues queues,
            PhysicalMemory memory,
            InvalidationCommands invalidations,
            ConfigurationCommands configurations,
            DeviceCommands devices,
            PendingSync sync) {
        this.shown = shown;
        this.registers = registers;
        this.queues = queues;
        this.invalidations = invalidations;
        this.configurations = configurations;
        this.devices = devices;
        this.sync = sync;
        this.ring = new GuestRing(memory);
    }

    /// Whether there is a command that does not wait for hosts to answer.
    boolean ready() {
        if (sync.waiting()) {
            return false;
        }
        follow();
        return command.active() || available();
    }

    /// Whether a CMD_SYNC waits for hosts to answer.
    boolean waitsForHosts() {
        return sync.waiting();
    }

    private boolean available() {
        return !ring.empty() && registers.commandsEnabled() && !registers.commandErrorActive();
    }

    private void follow() {
        ring.follow(registers, shown.cmdqs());
    }

    /// Carries out commands while there are some and the budget allows.
    void process(Budget budget) {
        if (shown.values() != ruled) {
            ruled = shown.values();
            rules = new CommandRules(ruled);
        }
        follow();
        int before = ring.consumer();
        while (budget.left() && !sync.waiting() && next(budget)) {}
        if (ring.consumer() != before) {
            registers.consumed(ring.consumer());
        }
    }

    /// @return whether to go on
    private boolean next(Budget budget) {
        if (!command.active() && !fetched(budget)) {
            return false;
        }
        return switch (execute(budget)) {
            case DONE -> done(budget);
            case ILLEGAL -> {
                budget.end();
                yield stop(Cerror.ILL);
            }
            case SUSPENDED -> false;
        };
    }

    private boolean fetched(Budget budget) {
        if (!available()) {
            return false;
        }
        budget.begin();
        if (!ring.fetch(0, command)) {
            budget.end();
            return stop(Cerror.ABT);
        }
        return true;
    }

    private boolean stop(Cerror error) {
        command.end();
        errors++;
        registers.commandError(error, ring.consumer());
        return false;
    }

    private boolean done(Budget budget) {
        budget.end();
        if (sync.waiting()) {
            answered();
        } else {
            pass();
        }
        return true;
    }

    private void pass() {
        command.end();
        ring.consume(1);
    }

    private Step execute(Budget budget) {
        if (!rules.legal(command.word0(), command.word1())) {
            return Step.ILLEGAL;
        }
        return switch ((int) Command.OPCODE.get(command.word0())) {
            case TlbiNhVa.NUMBER,
                    TlbiNhVaa.NUMBER,
                    TlbiNhAsid.NUMBER,
                    TlbiNhAll.NUMBER,
                    TlbiNsnhAll.NUMBER ->
                    invalidations.execute(command, ring, rules, budget);
            case Sync.NUMBER -> sync.execute(command, budget);
            case CfgiSte.NUMBER -> configurations.stream(command, budget);
            case CfgiSteRange.NUMBER -> configurations.streams(command, budget);
            case CfgiCd.NUMBER -> configurations.context(command, budget);
            case CfgiCdAll.NUMBER -> configurations.contexts(command, budget);
            case AtcInv.NUMBER -> devices.invalidate(command, budget);
            case PriResp.NUMBER -> devices.respond(command, budget);
            case Resume.NUMBER -> devices.resume(command, budget);
            case StallTerm.NUMBER -> devices.terminate(command, budget);
            default -> Step.DONE;
        };
    }

    /// Looks for the answers that a CMD_SYNC waits for.
    void progress() {
        if (sync.waiting()) {
            follow();
            answered();
        }
    }

    private void answered() {
        if (!sync.answered()) {
            return;
        }
        if (sync.takeTimedOut()) {
            stop(Cerror.ATC_INV_SYNC);
            return;
        }
        syncs++;
        pass();
        registers.consumed(ring.consumer());
        signal(command.word0(), command.word1());
    }

    /// CS=SEV acts as none, since IDR0.SEV is not shown.
    private void signal(long word0, long word1) {
        if (Sync.CS.get(word0) != CompletionSignal.IRQ.encoding()) {
            return;
        }
        long address = Sync.MSI_ADDRESS.inPlace(word1);
        if (address == 0 || !shown.msi()) {
            queues.syncInterrupt();
        } else {
            queues.syncMessage(address, (int) Sync.MSI_DATA.get(word0));
        }
    }

    /// CR0.CMDQEN has been written. A command in progress is given up, to be taken up from its beginning.
    void enabledChanged() {
        command.end();
        sync.abandon();
        registers.commandsEnableComplete();
    }

    CommandInProgress inProgress() {
        return command;
    }

    PendingSync sync() {
        return sync;
    }

    long consumed() {
        return ring.consumed();
    }

    long syncs() {
        return syncs;
    }

    long errors() {
        return errors;
    }

    /// Commands in the ring.
    int waiting() {
        follow();
        return ring.waiting();
    }
}
