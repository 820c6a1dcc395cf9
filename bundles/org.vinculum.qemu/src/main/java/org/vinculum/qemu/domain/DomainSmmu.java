package org.vinculum.qemu.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.Function;
import org.vinculum.domain.Device;
import org.vinculum.domain.DmaPort;
import org.vinculum.domain.Domain;
import org.vinculum.domain.Hypervisor;
import org.vinculum.domain.Machine;
import org.vinculum.domain.MachineRefusedException;
import org.vinculum.iommu.IommuModelFactory;
import org.vinculum.live.Count;
import org.vinculum.live.GuestSmmu;
import org.vinculum.live.GuestSmmuDescription;
import org.vinculum.live.LiveGuestRefusedException;
import org.vinculum.memory.Address;
import org.vinculum.memory.Ram;
import org.vinculum.memory.StreamId;
import org.vinculum.qemu.physical.Models;
import org.vinculum.qemu.physical.OwnRegisters;
import org.vinculum.qemu.swap.OwnThread;
import org.vinculum.smmu.spec.encoding.Oas;
import org.vinculum.smmu.spec.register.Idr5;
import org.vinculum.swap.Contender;
import org.vinculum.swap.SwapReport;

/// A virtual SMMU of a domain that is all alone on a machine: the guest's streams are spread over two physical SMMUs, whose
/// stage 2 leads guest physical addresses to other host physical ones.
///
/// The guest is shown one SMMU with stage 1 alone, neither ATS nor page requests, and of the rest what its model has. Over
/// `smmuv3-3.3` that is IDR0 0x0808309a, IDR1 0x02730510, IDR3 0x3604, IDR5 0x004004f5: Linux prints "ias 48-bit, oas 48-bit",
/// as over every model of 48 bits of address or more. Over one of 44 bits it prints those, which is what there is. [Baseline]
/// says where the 48 come from.
public final class DomainSmmu implements GuestSmmu {
    private final GuestPlan plan;
    private final Machine machine;
    private final Domain domain;
    private final long registers;

    private DomainSmmu(GuestPlan plan, Machine machine, Domain domain) {
        this.plan = plan;
        this.machine = machine;
        this.domain = domain;
        this.registers = plan.guest().registers().start().value();
    }

    /// @param models finds one by name, and refuses a guest for which there is none
    /// @throws LiveGuestRefusedException when the hypervisor refuses the machine or the domain, with its reasons, the guest's
    ///     RAM lies too high, or alternatives have nothing in common with the model
    public static DomainSmmu of(
            GuestSmmuDescription description,
            Function<String, Contender> models,
            Hypervisor hypervisor) {
        IommuModelFactory model = models.apply(description.model()).factory();
        Map<String, Long> common = Models.common(description, models);
        OwnRegisters own = common.isEmpty() ? OwnRegisters.of(model) : OwnRegisters.of(common);
        int bits = Oas.of(own.idr5().get(Idr5.OAS)).bits();
        var layout = new HostLayout(Math.min(bits, HostLayout.MOST_BITS));
        Ram ram = description.memory();
        if (!layout.holds(ram)) {
            throw new LiveGuestRefusedException(
                    List.of(
                            "The guest's RAM, 0x%x bytes at 0x%x, takes more than half of %s's %d address bits."
                                    .formatted(ram.size(), ram.start(), model.name(), bits)));
        }
        var streams = new StreamPlan(description.streams());
        var plan =
                new GuestPlan(
                        description, model.name(), common, own.idr0(), layout.shared(ram), streams);
        try {
            return start(plan, hypervisor);
        } catch (MachineRefusedException e) {
            throw new LiveGuestRefusedException(e.reasons());
        }
    }

    private static DomainSmmu start(GuestPlan plan, Hypervisor hypervisor) {
        Machine machine = hypervisor.start(plan.machine());
        try {
            return new DomainSmmu(plan, machine, machine.create(plan.domain()));
        } catch (RuntimeException e) {
            machine.close();
            throw e;
        }
    }

    @Override
    public long frameSize() {
        return plan.guest().registers().size();
    }

    @Override
    public long read(long offset, int width) {
        return domain.read(registers + offset, width);
    }

    @Override
    public void write(long offset, int width, long value) {
        domain.write(registers + offset, width, value);
    }

    @Override
    public boolean work(int budget) {
        return machine.schedule(budget);
    }

    @Override
    public DmaPort connect(StreamId stream, Device device) {
        return machine.connect(plan.streams().physical(stream), device);
    }

    @Override
    public long guestPhysical(long physical) {
        if (plan.shared().holds(physical, 1)) {
            return physical - plan.shared().start() + plan.guest().memory().start();
        }
        if (HostLayout.messageFrame().contains(new Address(physical))) {
            long offset = physical - HostLayout.messageFrame().start().value();
            return plan.guest().messageFrame().start().value() + offset;
        }
        return -1;
    }

    /// Swaps one in the middle of what the guest does, on the thread that does it, and the other beside that.
    @Override
    public List<SwapReport> swap(String model, Executor own) {
        SwapReport first =
                OwnThread.call(own, () -> machine.swap(StreamPlan.SMMUS.getFirst(), model));
        List<SwapReport> reports = new ArrayList<>(List.of(first));
        for (String smmu : StreamPlan.SMMUS.subList(1, StreamPlan.SMMUS.size())) {
            reports.add(machine.swap(smmu, model));
        }
        return List.copyOf(reports);
    }

    @Override
    public List<Count> counts() {
        return TrafficCounts.of(domain.traffic().getFirst(), machine.hostTraffic());
    }

    @Override
    public void close() {
        machine.close();
    }
}
