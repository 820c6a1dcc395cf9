package org.vinculum.smmu;

import org.vinculum.iommu.Access;
import org.vinculum.iommu.Endpoints;
import org.vinculum.iommu.InterruptLines;
import org.vinculum.iommu.InterruptLines.Line;
import org.vinculum.iommu.IommuModel;
import org.vinculum.iommu.IommuSurroundings;
import org.vinculum.iommu.Outcome;
import org.vinculum.iommu.SavedState;
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
import org.vinculum.smmu.spec.event.PageRequest;
import org.vinculum.smmu.state.SavedRegisters;
import org.vinculum.smmu.walk.Translation;
import org.vinculum.smmu.walk.Translator;

/// One SMMUv3, as its Non-secure programming interface shows it: puts the parts together and passes on what it is asked.
final class Smmu implements IommuModel {
    private final RegisterFile registers;
    private final CommandQueues commands;
    private final PriQueue pageRequests;
    private final Translator translator;
    private final SavedRegisters state;

    Smmu(Variant variant, IommuSurroundings surroundings, Translation.Maker maker) {
        Identification identification = variant.identification();
        PhysicalMemory memory = surroundings.memory();
        Endpoints endpoints = surroundings.endpoints();

        var errors = new GlobalErrors();
        var interrupts =
                new Interrupts(identification, memory, lines(variant, surroundings), errors);
        var events = new EventQueue(memory, identification.eventqs(), errors, interrupts.events());
        var faults = new FaultReports(events, endpoints, identification.stallMax());

        var control = new GlobalControl(identification);
        var current = new CurrentControl(null);
        var tables = new TableControl(identification, control, current);
        tables.publish();
        Translation translation = maker.make(identification, memory, current, faults);
        translator = translation.translator();

        pageRequests =
                new PriQueue(
                        memory,
                        identification.priqs(),
                        errors,
                        interrupts.pageRequests(),
                        new AutomaticResponses(identification, endpoints, translator));
        var executor =
                new CommandExecutor(
                        variant.vendorCommands(),
                        new PrefetchCommands(
                                identification,
                                translator,
                                control::translating,
                                variant.errata().contains(Erratum.PREFETCH_BREAKS)),
                        new ConfigurationCommands(identification, translation.caches()),
                        new TranslationCommands(identification, translation.caches(), tables::e2h),
                        new EndpointCommands(identification, endpoints, control::translating),
                        new StallCommands(identification, faults),
                        new SyncCommand(interrupts, faults));
        commands = new CommandQueues(identification, memory, executor, errors);
        control.governs(new Switches(tables, events, faults, pageRequests, commands.first()));

        var frame = new Frame(identification, variant.registers(), control);
        frame.controls(tables, commands);
        boolean onPage0 = variant.errata().contains(Erratum.INDEXES_ON_PAGE_0);
        frame.queues(onPage0, commands, events, faults, pageRequests);
        frame.interrupts(
                interrupts,
                errors,
                () -> {
                    commands.first().errorAcknowledged();
                    faults.recordWaiting();
                });
        var atosResult = frame.addressTranslation(translator);
        registers = frame.file();
        state =
                new SavedRegisters(
                        variant.name(),
                        onPage0,
                        identification,
                        registers,
                        errors,
                        faults,
                        commands,
                        atosResult);
    }

    private static InterruptLines lines(Variant variant, IommuSurroundings surroundings) {
        InterruptLines lines = surroundings.interrupts();
        return variant.errata().contains(Erratum.ONE_INTERRUPT)
                ? _ -> lines.raise(Line.EVENTQ)
                : lines;
    }

    @Override
    public long frameSize() {
        return registers.size();
    }

    @Override
    public long read(long offset, int width) {
        return registers.read(offset, width);
    }

    @Override
    public void write(long offset, int width, long value) {
        registers.write(offset, width, value);
    }

    @Override
    public boolean process(int budget) {
        if (budget < 1) {
            throw new IllegalArgumentException("a budget of " + budget + " commands");
        }
        return commands.process(budget);
    }

    @Override
    public long translate(
            int streamId, int substreamId, long address, int access, Outcome outcome) {
        return translator.translate(streamId, substreamId, address, access, outcome);
    }

    @Override
    public long requestTranslation(
            int streamId, int substreamId, long address, int access, Outcome outcome) {
        return translator.requestTranslation(streamId, substreamId, address, access, outcome);
    }

    @Override
    public void requestPage(
            int streamId, int substreamId, long address, int access, int group, boolean last) {
        boolean ssv = substreamId >= 0;
        pageRequests.request(
                new PageRequest(
                        streamId,
                        ssv ? substreamId : 0,
                        ssv && (access & Access.PRIVILEGED) != 0,
                        ssv && (access & Access.INSTRUCTION) != 0,
                        (access & Access.READ) != 0,
                        (access & Access.WRITE) != 0,
                        last,
                        ssv,
                        group,
                        address));
    }

    @Override
    public SavedState save() {
        return state.save();
    }

    @Override
    public void restore(SavedState saved) {
        state.restore(saved);
    }
}
