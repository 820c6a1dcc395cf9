package org.vinculum.smmu;

import org.vinculum.iommu.Endpoints;
import org.vinculum.iommu.InterruptLines;
import org.vinculum.iommu.InterruptLines.Line;
import org.vinculum.iommu.IommuSurroundings;
import org.vinculum.iommu.SmmuProfile.Erratum;
import org.vinculum.memory.PhysicalMemory;
import org.vinculum.smmu.command.CommandExecutor;
import org.vinculum.smmu.command.CommandQueues;
import org.vinculum.smmu.command.ConfigurationCommands;
import org.vinculum.smmu.command.EndpointCommands;
import org.vinculum.smmu.command.PrefetchCommands;
import org.vinculum.smmu.command.StallCommands;
import org.vinculum.smmu.command.SyncCommand;
import org.vinculum.smmu.command.TranslationCommands;
import org.vinculum.smmu.control.CurrentControl;
import org.vinculum.smmu.fault.FaultReports;
import org.vinculum.smmu.interrupt.GlobalErrors;
import org.vinculum.smmu.interrupt.Interrupts;
import org.vinculum.smmu.profile.Identification;
import org.vinculum.smmu.queue.AutomaticResponses;
import org.vinculum.smmu.queue.EventQueue;
import org.vinculum.smmu.queue.PriQueue;
import org.vinculum.smmu.register.Frame;
import org.vinculum.smmu.register.GlobalControl;
import org.vinculum.smmu.register.RegisterFile;
import org.vinculum.smmu.register.TableControl;
import org.vinculum.smmu.state.SavedRegisters;
import org.vinculum.smmu.vendor.VendorSide;
import org.vinculum.smmu.walk.Translation;

/// The parts of one SMMU, put together: each knows only those that are made before it.
final class Assembly {
    private final Variant variant;
    private final VendorSide vendor;
    private final Identification identification;
    private final PhysicalMemory memory;
    private final Endpoints endpoints;
    private final GlobalErrors errors = new GlobalErrors();
    private final Interrupts interrupts;
    private final EventQueue events;
    private final FaultReports faults;
    private final GlobalControl control;
    private final TableControl tables;
    private final Translation translation;
    private final PriQueue pageRequests;
    private final CommandQueues commands;
    private final RegisterFile registers;
    private final SavedRegisters state;

    Assembly(Variant variant, IommuSurroundings surroundings, Translation.Maker maker) {
        this.variant = variant;
        vendor = variant.vendor().get();
        identification = variant.identification();
        memory = surroundings.memory();
        endpoints = surroundings.endpoints();
        interrupts =
                new Interrupts(identification, memory, lines(surroundings.interrupts()), errors);
        events = new EventQueue(memory, identification.eventqs(), errors, interrupts.events());
        faults = new FaultReports(events, endpoints, identification.stallMax());
        control = new GlobalControl(identification);
        var current = new CurrentControl(null);
        tables = new TableControl(identification, control, current);
        tables.publish();
        translation = maker.make(identification, memory, current, faults);
        pageRequests = priQueue();
        commands = new CommandQueues(identification, memory, executor(), errors);
        control.governs(new Switches(tables, events, faults, pageRequests, commands.first()));
        Frame frame = frame();
        registers = frame.file();
        state = state(frame);
    }

    private InterruptLines lines(InterruptLines lines) {
        return has(Erratum.ONE_INTERRUPT) ? _ -> lines.raise(Line.EVENTQ) : lines;
    }

    private boolean has(Erratum erratum) {
        return variant.errata().contains(erratum);
    }

    private PriQueue priQueue() {
        return new PriQueue(
                memory,
                identification.priqs(),
                errors,
                interrupts.pageRequests(),
                new AutomaticResponses(identification, endpoints, translation.translator()));
    }

    private CommandExecutor executor() {
        return new CommandExecutor(
                vendor,
                new PrefetchCommands(
                        identification,
                        translation.translator(),
                        control::translating,
                        has(Erratum.PREFETCH_BREAKS)),
                new ConfigurationCommands(identification, translation.caches()),
                new TranslationCommands(identification, translation.caches(), tables::e2h),
                new EndpointCommands(identification, endpoints, control::translating),
                new StallCommands(identification, faults),
                new SyncCommand(interrupts, faults));
    }

    private Frame frame() {
        var frame = new Frame(identification, variant.registers(), control);
        frame.controls(tables, commands);
        frame.queues(has(Erratum.INDEXES_ON_PAGE_0), commands, events, faults, pageRequests);
        frame.interrupts(interrupts, errors, this::goOn);
        frame.vendor(vendor);
        return frame;
    }

    /// After software has acknowledged errors.
    private void goOn() {
        commands.first().errorAcknowledged();
        faults.recordWaiting();
    }

    private SavedRegisters state(Frame frame) {
        return new SavedRegisters(
                variant.name(),
                vendor,
                has(Erratum.INDEXES_ON_PAGE_0),
                identification,
                registers,
                errors,
                faults,
                commands,
                frame.addressTranslation(translation.translator()));
    }

    Translation translation() {
        return translation;
    }

    PriQueue pageRequests() {
        return pageRequests;
    }

    CommandQueues commands() {
        return commands;
    }

    RegisterFile registers() {
        return registers;
    }

    SavedRegisters state() {
        return state;
    }
}
