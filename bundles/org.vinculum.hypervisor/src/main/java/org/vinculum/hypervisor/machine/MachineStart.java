package org.vinculum.hypervisor.machine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import org.vinculum.domain.Machine;
import org.vinculum.domain.MachineDescription;
import org.vinculum.domain.MachineDescription.Smmu;
import org.vinculum.domain.MachineRefusedException;
import org.vinculum.domain.SchedulingPolicy;
import org.vinculum.hypervisor.guest.HostMachine;
import org.vinculum.hypervisor.guest.TypePlaces;
import org.vinculum.hypervisor.guest.Windows;
import org.vinculum.hypervisor.host.HostDriver;
import org.vinculum.hypervisor.machine.event.EventRouter;
import org.vinculum.hypervisor.machine.physical.FrontDevices;
import org.vinculum.hypervisor.machine.physical.PhysicalSmmu;
import org.vinculum.hypervisor.machine.swap.SmmuPlaces;
import org.vinculum.hypervisor.machine.turn.Bell;
import org.vinculum.hypervisor.machine.turn.SharedTurns;
import org.vinculum.hypervisor.memory.MachineMemory;
import org.vinculum.hypervisor.memory.MessageFrame;
import org.vinculum.hypervisor.memory.MessageSink;
import org.vinculum.hypervisor.recording.SwapLog;
import org.vinculum.memory.AddressRange;
import org.vinculum.swap.Contender;

/// Takes one machine into operation: RAM first, then every SMMU.
public final class MachineStart {
    private final MachineDescription description;
    private final Installed installed;
    private final DriverMaker drivers;
    private final LongSupplier nanoTime;
    private final MachineMemory memory;
    private final List<String> reasons = new ArrayList<>();

    private MachineStart(
            MachineDescription description,
            Installed installed,
            DriverMaker drivers,
            LongSupplier nanoTime,
            MachineMemory memory) {
        this.description = description;
        this.installed = installed;
        this.drivers = drivers;
        this.nanoTime = nanoTime;
        this.memory = memory;
    }

    /// @param nanoTime the clock that waiting is measured with
    /// @throws MachineRefusedException with every reason that was found
    public static Machine start(
            MachineDescription description,
            Installed installed,
            DriverMaker drivers,
            LongSupplier nanoTime) {
        MachineRefusals.check(description, installed);
        MachineMemory memory =
                new MachineMemory(description.ram(), description.shared(), sink(description));
        try {
            return new MachineStart(description, installed, drivers, nanoTime, memory).run();
        } catch (RuntimeException e) {
            memory.close();
            throw e;
        }
    }

    /// Messages that no device of a domain has sent are nobody's.
    private static MessageSink sink(MachineDescription description) {
        return description
                .messageFrame()
                .<MessageSink>map(frame -> new MessageFrame(frame, _ -> {}))
                .orElse(MessageSink.NONE);
    }

    private Machine run() {
        Bell bell = new Bell();
        Map<String, PhysicalSmmu> smmus = new LinkedHashMap<>();
        for (Smmu smmu : description.smmus()) {
            start(smmu, bell, smmus);
        }
        if (!reasons.isEmpty()) {
            throw new MachineRefusedException(reasons);
        }
        SwapLog swaps = new SwapLog();
        HostMachine parts =
                new HostMachine(
                        memory,
                        addressBits(),
                        smmus,
                        description.messageFrame(),
                        new Windows(own(), shared(), description.messageFrame()),
                        new EventRouter(),
                        new SharedTurns(policy().create(), nanoTime),
                        bell,
                        description.budget(),
                        new TypePlaces(installed::virtualIommus, installed::swaps, swaps),
                        swaps,
                        new ReentrantLock());
        SmmuPlaces places = new SmmuPlaces(smmus, choices(), installed, swaps, bell);
        Machine machine = new RunningMachine(parts, places, () -> installed.unwatch(parts.types()));
        installed.watch(parts.types());
        places.begin();
        return machine;
    }

    private Map<String, String> choices() {
        Map<String, String> choices = new HashMap<>();
        description.smmus().forEach(smmu -> choices.put(smmu.path(), smmu.model()));
        return choices;
    }

    private void start(Smmu smmu, Bell bell, Map<String, PhysicalSmmu> smmus) {
        try {
            FrontDevices devices = new FrontDevices();
            HostDriver driver = drivers.make(smmu, model(smmu), installed.swaps(), memory, devices);
            driver.start();
            PhysicalSmmu started = new PhysicalSmmu(driver, devices);
            driver.onRecords(() -> {
                started.report();
                bell.ring();
            });
            smmus.put(smmu.path(), started);
        } catch (IllegalArgumentException e) {
            reasons.add(smmu.path() + " cannot be as described: " + e.getMessage() + ".");
        } catch (MachineRefusedException e) {
            reasons.addAll(e.reasons());
        }
    }

    private Contender model(Smmu smmu) {
        List<Contender> allowed = installed.contenders(smmu.model());
        if (allowed.isEmpty()) {
            throw gone("model " + smmu.model());
        }
        return allowed.getFirst();
    }

    private SchedulingPolicy policy() {
        return installed
                .policy(description.policy())
                .orElseThrow(() -> gone("policy " + description.policy()));
    }

    private static MachineRefusedException gone(String what) {
        return new MachineRefusedException(List.of("No " + what + " is installed any more."));
    }

    private int addressBits() {
        long last = 0;
        for (AddressRange ram : description.ram()) {
            last |= ram.start().value() + ram.size() - 1;
        }
        for (AddressRange ram : shared()) {
            last |= ram.start().value() + ram.size() - 1;
        }
        return Long.SIZE - Long.numberOfLeadingZeros(last);
    }

    private List<AddressRange> shared() {
        List<AddressRange> shared = new ArrayList<>();
        description.shared().forEach(ram -> shared.add(AddressRange.of(ram.start(), ram.size())));
        return shared;
    }

    private List<AddressRange> own() {
        List<AddressRange> own = new ArrayList<>(description.ram());
        description.smmus().forEach(smmu -> own.add(smmu.frame()));
        return own;
    }
}
