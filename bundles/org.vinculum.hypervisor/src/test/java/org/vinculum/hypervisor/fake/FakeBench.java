package org.vinculum.hypervisor.fake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import org.vinculum.domain.Domain;
import org.vinculum.domain.DomainDescription;
import org.vinculum.domain.DomainDescription.Stream;
import org.vinculum.domain.GuestInterrupts;
import org.vinculum.domain.GuestSurroundings;
import org.vinculum.domain.HostSmmu;
import org.vinculum.domain.Machine;
import org.vinculum.domain.MachineDescription;
import org.vinculum.domain.SchedulingPolicy;
import org.vinculum.domain.VirtualIommu;
import org.vinculum.domain.VirtualIommuDescription;
import org.vinculum.domain.VirtualIommuType;
import org.vinculum.firmware.PhysicalStream;
import org.vinculum.hypervisor.guest.emulator.OfferedType;
import org.vinculum.hypervisor.guest.emulator.TypeWatcher;
import org.vinculum.hypervisor.machine.Installed;
import org.vinculum.hypervisor.machine.MachineStart;
import org.vinculum.hypervisor.schedule.DeficitRoundRobin;
import org.vinculum.iommu.Endpoints;
import org.vinculum.iommu.IommuModel;
import org.vinculum.iommu.IommuModelFactory;
import org.vinculum.iommu.IommuSurroundings;
import org.vinculum.memory.AddressRange;
import org.vinculum.swap.SwapSettings;

/// Machines over [FakeHost]s, whose virtual IOMMUs are [FakeIommu]s.
public final class FakeBench implements Installed, VirtualIommuType {
    public static final long RAM = 0x8000_0000L;
    public static final AddressRange MESSAGES = AddressRange.of(0x0809_0000, 0x1_0000);

    /// Where guests have their virtual IOMMU, their RAM and their message frame.
    public static final long VIOMMU = 0x0404_0000;

    public static final long GUEST_RAM = 0x4000_0000;
    public static final AddressRange GUEST_MESSAGES = AddressRange.of(0x0102_0000, 0x1_0000);

    public final Map<String, FakeHost> hosts = new HashMap<>();
    public final Map<String, Endpoints> devices = new HashMap<>();
    public final List<FakeIommu> viommus = new ArrayList<>();
    public final AtomicLong nanos = new AtomicLong();
    public final List<VirtualIommuType> types = new CopyOnWriteArrayList<>(List.of(this));
    public final List<TypeWatcher> watchers = new CopyOnWriteArrayList<>();
    public final Map<String, VirtualIommuType> choices = new ConcurrentHashMap<>();
    public boolean installed = true;
    public SwapSettings swapping = SwapSettings.ORDINARY;
    public Optional<SchedulingPolicy> policy = Optional.of(new DeficitRoundRobin());

    /// A machine with SMMUs `/smmu0` and so on, 64 MiB of RAM and a message frame.
    public Machine machine(int smmus) {
        return start(description(smmus));
    }

    public static MachineDescription description(int smmus) {
        List<MachineDescription.Smmu> all = new ArrayList<>();
        for (int i = 0; i < smmus; i++) {
            all.add(smmu("/smmu" + i, 0x1000_0000L + 0x2_0000L * i));
        }
        return new MachineDescription(
                all,
                List.of(AddressRange.of(RAM, 64 << 20)),
                Optional.of(MESSAGES),
                64,
                MachineDescription.DEFAULT_POLICY);
    }

    public static MachineDescription.Smmu smmu(String path, long frame) {
        return new MachineDescription.Smmu(
                path, AddressRange.of(frame, 0x2_0000), "fake", Map.of());
    }

    public Machine start(MachineDescription description) {
        return MachineStart.start(
                description,
                this,
                (smmu, _, _, _, front) -> {
                    devices.put(smmu.path(), front);
                    return hosts.computeIfAbsent(smmu.path(), FakeHost::new);
                },
                nanos::get);
    }

    public FakeHost host(int index) {
        return hosts.get("/smmu" + index);
    }

    /// A guest with 2 MiB of RAM and one virtual IOMMU.
    public static DomainDescription guest(String name, Stream... streams) {
        return guest(name, GuestInterrupts.NONE, streams);
    }

    public static DomainDescription guest(
            String name, GuestInterrupts interrupts, Stream... streams) {
        return new DomainDescription(
                name,
                List.of(AddressRange.of(GUEST_RAM, 2 << 20)),
                false,
                List.of(),
                Optional.of(GUEST_MESSAGES),
                List.of(viommu(VIOMMU)),
                List.of(streams),
                List.of(),
                1,
                interrupts);
    }

    public static VirtualIommuDescription viommu(long base) {
        return new VirtualIommuDescription(
                "fake",
                AddressRange.of(base, FakeIommu.FRAME),
                33,
                34,
                0x1_0000,
                0xffff,
                8,
                false,
                false,
                Map.of());
    }

    public static Stream stream(int vsid, int smmu, int psid) {
        return new Stream(
                0, new org.vinculum.memory.StreamId(vsid), PhysicalStream.of("/smmu" + smmu, psid));
    }

    public static void write(Domain domain, long register, long value) {
        domain.write(VIOMMU + register, 8, value);
    }

    @Override
    public Optional<IommuModelFactory> model(String name) {
        return name.equals("fake") ? Optional.of(new NoModel()) : Optional.empty();
    }

    /// A type comes.
    public void offer(VirtualIommuType type) {
        types.add(type);
        watchers.forEach(watcher -> watcher.came(type));
    }

    /// A better one than those of its name that are there comes.
    public void offerFirst(VirtualIommuType type) {
        types.addFirst(type);
        watchers.forEach(watcher -> watcher.came(type));
    }

    /// A type goes.
    public void withdraw(VirtualIommuType type) {
        types.remove(type);
        watchers.forEach(watcher -> watcher.gone(type));
    }

    @Override
    public void watch(TypeWatcher watcher) {
        watchers.add(watcher);
    }

    @Override
    public void unwatch(TypeWatcher watcher) {
        watchers.remove(watcher);
    }

    @Override
    public List<OfferedType> virtualIommus(String choice) {
        VirtualIommuType chosen = choices.get(choice);
        if (chosen != null) {
            return List.of(new OfferedType(chosen, chosen.name(), ""));
        }
        return types.stream()
                .filter(one -> installed && one.name().equals(choice))
                .map(one -> new OfferedType(one, one.name(), ""))
                .toList();
    }

    @Override
    public Optional<VirtualIommuType> virtualIommu(String name) {
        return types.stream().filter(one -> installed && one.name().equals(name)).findFirst();
    }

    @Override
    public SwapSettings swaps() {
        return swapping;
    }

    @Override
    public Optional<SchedulingPolicy> policy(String name) {
        return policy.filter(one -> one.name().equals(name));
    }

    @Override
    public String name() {
        return "fake";
    }

    @Override
    public VirtualIommu create(
            VirtualIommuDescription description,
            GuestSurroundings surroundings,
            List<HostSmmu> behind) {
        FakeIommu made = new FakeIommu(surroundings, behind);
        viommus.add(made);
        return made;
    }

    private static final class NoModel implements IommuModelFactory {
        @Override
        public String name() {
            return "fake";
        }

        @Override
        public String kind() {
            return "fake";
        }

        @Override
        public Map<String, String> features() {
            return Map.of();
        }

        @Override
        public IommuModel create(IommuSurroundings surroundings, Map<String, Long> identification) {
            throw new UnsupportedOperationException();
        }
    }
}
