package org.vinculum.domain;

import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import org.vinculum.firmware.PhysicalStream;
import org.vinculum.memory.PhysicalMemory;
import org.vinculum.swap.SwapRecord;
import org.vinculum.swap.SwapReport;

/// A machine under a hypervisor. Safe for use by several threads.
@ProviderType
public interface Machine extends AutoCloseable {
    /// Makes a domain. Its guest may run at once.
    ///
    /// @throws MachineRefusedException when the name is taken, memory or VMIDs run out, a stream is not there or belongs to
    ///     another domain, an SMMU behind a virtual one must not nest, or no [VirtualIommuType] of that name is installed
    Domain create(DomainDescription description);

    /// In the order of their creation.
    List<Domain> domains();

    Optional<Domain> domain(String name);

    /// Does what waits: commands of guests that had used up their budget, completions, host events. Returns soon whatever
    /// waits.
    ///
    /// @param budget host commands at most, at least 1
    /// @return whether there is more to do
    boolean schedule(int budget);

    /// Tells somebody whenever there is something new for [#schedule], from whatever thread makes it so; it must return at
    /// once and not call back. Replaces what was told before.
    void onWork(Runnable listener);

    /// Puts a device in front of an SMMU.
    ///
    /// @param device what the SMMU says to it; [Device#SIMPLE] for one that never waits, caches or asks
    /// @throws IllegalArgumentException when there is no such SMMU, or it has no such stream
    DmaPort connect(PhysicalStream stream, Device device);

    /// Host physical memory, as a device reaches it behind its SMMU.
    PhysicalMemory memory();

    /// Counters of the physical SMMUs, in the order of the description.
    List<HostTraffic> hostTraffic();

    /// What stands for the physical SMMUs that another model may stand for, in the order of the description.
    List<ModelInPlace> models();

    /// Chooses which model may stand for a physical SMMU from now on, and swaps to the best of them unless it stands there,
    /// while traffic goes on: no command, event, interrupt or transaction is lost, done twice or done early.
    ///
    /// @param smmu [MachineDescription.Smmu#path()]
    /// @param model a [org.vinculum.iommu.IommuModelFactory#name()], or a filter (OSGi Core, 3.2.7) over the services'
    ///     properties, `(&(name=smmuv3-3.2)(vinculum.version>=2.0))`
    /// @return what was done; no pause when the best one stood there already
    /// @throws org.vinculum.swap.SwapRefusedException when there is no such SMMU or model, it lacks what is in use, an erratum
    ///     forbids it, or it failed; the one that stood there goes on, and the choice is as before
    SwapReport swap(String smmu, String model);

    /// The latest attempts to swap, asked for or not, oldest first.
    List<SwapRecord> swaps();

    /// Destroys every domain and gives memory back. No device may be in the middle of a transaction.
    @Override
    void close();
}
