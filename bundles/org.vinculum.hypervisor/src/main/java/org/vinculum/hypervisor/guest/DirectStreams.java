package org.vinculum.hypervisor.guest;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.vinculum.domain.GuestInterrupts;
import org.vinculum.domain.StreamSetting;
import org.vinculum.hypervisor.host.HostRecords;
import org.vinculum.hypervisor.machine.physical.Allowance;
import org.vinculum.hypervisor.machine.physical.Claim;
import org.vinculum.hypervisor.machine.physical.Claimant;
import org.vinculum.hypervisor.machine.physical.PhysicalSmmu;
import org.vinculum.hypervisor.recording.StormStopped;
import org.vinculum.smmu.spec.Words;

/// The streams of a domain that no virtual IOMMU is in front of. Their faults are nobody's to be told; one that storms on
/// aborts until the domain's memory map changes, for there is no setting that its guest could change. Messages come with the
/// physical stream ID, as nobody has given them another.
final class DirectStreams implements Claimant {
    private final String domain;
    private final GuestInterrupts interrupts;
    private final Allowance allowance;
    private final Map<PhysicalSmmu, Tenancy> tenancies = new HashMap<>();
    private final Set<Claim> silenced = new LinkedHashSet<>();

    DirectStreams(String domain, GuestInterrupts interrupts, Allowance allowance) {
        this.domain = domain;
        this.interrupts = interrupts;
        this.allowance = allowance;
    }

    /// Null when the SMMU is not used.
    synchronized Tenancy on(PhysicalSmmu smmu) {
        return tenancies.get(smmu);
    }

    synchronized List<Tenancy> tenancies() {
        return List.copyOf(tenancies.values());
    }

    synchronized void add(Tenancy tenancy) {
        tenancies.put(tenancy.smmu(), tenancy);
    }

    /// Lets a stream through to stage 2, or no further.
    ///
    /// @throws org.vinculum.domain.MachineRefusedException when the SMMU takes no commands any more
    synchronized void pass(Claim claim, boolean through) {
        silenced.remove(claim);
        Tenancy tenancy = on(claim.smmu());
        if (through) {
            tenancy.require(claim.psid(), new StreamSetting.Bypass());
        } else {
            tenancy.require(claim.psid(), new StreamSetting.Abort());
        }
    }

    @Override
    public void event(Claim claim, Words record) {}

    @Override
    public void pageRequest(Claim claim, Words record) {}

    @Override
    public void overflow() {}

    @Override
    public Allowance allowance() {
        return allowance;
    }

    @Override
    public void dropped(Claim claim) {}

    @Override
    public synchronized void silence(Claim claim) {
        StormStopped.stopped(domain, claim.path(), claim.psid().unsigned());
        silenced.add(claim);
        on(claim.smmu()).configure(claim.psid(), new StreamSetting.Abort(), 1);
    }

    /// The domain's memory map has changed: what was silenced may try again.
    synchronized void mapChanged() {
        for (Claim claim : List.copyOf(silenced)) {
            pass(claim, true);
        }
    }

    @Override
    public void message(Claim claim, int event) {
        interrupts.message(claim.psid().unsigned(), event);
    }

    @Override
    public synchronized void release(Claim claim, HostRecords last) {
        silenced.remove(claim);
        claim.smmu().driver().release(claim.psid(), last);
    }
}
