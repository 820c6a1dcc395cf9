package org.vinculum.hypervisor.host;

import java.util.Optional;
import org.vinculum.domain.HostSmmu;
import org.vinculum.domain.HostTraffic;
import org.vinculum.hypervisor.host.flight.Flights;
import org.vinculum.iommu.Outcome;
import org.vinculum.memory.StreamId;
import org.vinculum.swap.ModelFailedException;

/// One physical SMMUv3 as the hypervisor drives it. Safe for use by several threads; no call waits longer than the SMMU
/// takes for what its ring holds, but for a model where nobody stands for it: [#work] and [#drain] do nothing meanwhile.
public interface HostDriver {
    /// As the machine's description has it.
    String path();

    /// As [HostSmmu#identification].
    long identification(String name);

    /// Whether stage 1 may be nested over stage 2: both are there, and no erratum forbids it.
    boolean nests();

    /// Number of the erratum by which stage 1 does not work over stage 2; empty for none.
    default String nestingErratum() {
        return "";
    }

    /// For people, where [#nests] is false.
    default String refusalToNest() {
        String because = nestingErratum().isEmpty() ? "" : " (erratum " + nestingErratum() + ")";
        return path() + " must not nest stage 1 over stage 2" + because + ".";
    }

    /// Whether it has such a stream.
    boolean has(StreamId psid);

    /// Brings it up: registers, tables and queues, every stream aborting, every interrupt on.
    ///
    /// @throws org.vinculum.domain.MachineRefusedException when it does not come up
    void start();

    /// A domain's part of it, which must have been started. The VMID has been forgotten by then.
    HostSmmu admit(Stage2 stage2);

    /// Gives a free stream to a domain, for stage 2 alone; it aborts until it is configured.
    ///
    /// @param owner as [#admit] answered
    /// @param trusted as [org.vinculum.domain.DomainDescription.Stream#trusted()]
    void assign(StreamId psid, HostSmmu owner, boolean trusted);

    /// The same behind a virtual IOMMU. Faulting transactions of its device may wait for the domain; otherwise they never do
    /// where the SMMU lets that be said.
    ///
    /// @throws org.vinculum.domain.MachineRefusedException when stage 1 does not nest there
    /// @param stalls as [org.vinculum.domain.VirtualIommuDescription#stalls()]
    default void assign(StreamId psid, HostSmmu owner, boolean trusted, boolean stalls) {
        assign(psid, owner, trusted);
    }

    /// Takes a stream from its domain: no transaction of it gets through any more, none waits, and its records have gone to
    /// `last`, as have those of other streams that were waiting. Until it has them the stream is the domain's, so that they
    /// may be answered.
    ///
    /// @throws IllegalStateException when the SMMU does not complete its commands; the stream is still the domain's
    void release(StreamId psid, HostRecords last);

    /// Forgets everything of a VMID, so that another domain may have it.
    ///
    /// @throws IllegalStateException when the SMMU does not complete its commands; the VMID must not be used again
    void forget(int vmid);

    /// Forgets translations of a domain that lead through a part of its stage 2, combined ones included; done on return.
    ///
    /// @param ipa first byte, a multiple of the page size
    /// @param size in bytes
    /// @throws IllegalStateException when the SMMU does not complete its commands; the memory must not be used again
    void invalidateStage2(int vmid, long ipa, long size);

    /// Shows the SMMU what the ring holds, with the sync that somebody may have asked for, and lets it work.
    ///
    /// @param budget commands it may execute at most
    /// @return whether its ring still holds something
    boolean work(int budget);

    /// Takes records from its queues, oldest first.
    ///
    /// @param most how many
    /// @return whether there are more
    boolean drain(HostRecords to, int most);

    /// Tells somebody that [#drain] has something to take; from any thread, must return at once and not call back.
    void onRecords(Runnable listener);

    /// Transactions that its CMD_SYNCs wait for.
    Flights flights();

    /// As [org.vinculum.iommu.IommuModel#translate].
    long translate(int streamId, int substreamId, long address, int access, Outcome outcome);

    /// As [org.vinculum.iommu.IommuModel#requestTranslation].
    long requestTranslation(
            int streamId, int substreamId, long address, int access, Outcome outcome);

    /// As [org.vinculum.iommu.IommuModel#requestPage].
    void requestPage(
            int streamId, int substreamId, long address, int access, int group, boolean last);

    /// Where another model may take over; empty where that never happens.
    default Optional<ModelPlace> place() {
        return Optional.empty();
    }

    /// Waits while nobody stands for it.
    default void awaitModel() {}

    /// A transaction has met a failure of the model.
    ///
    /// @return whether it is to be tried again, because another one has taken over
    default boolean recover(ModelFailedException failure) {
        throw failure;
    }

    /// Counters; translations are the callers' to count and 0 here.
    HostTraffic traffic();
}
