package org.vinculum.hypervisor.guest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vinculum.domain.DomainDescription;
import org.vinculum.domain.MachineRefusedException;
import org.vinculum.firmware.PhysicalStream;
import org.vinculum.hypervisor.machine.physical.Claim;
import org.vinculum.hypervisor.machine.physical.Claimant;
import org.vinculum.hypervisor.machine.physical.PhysicalSmmu;
import org.vinculum.memory.StreamId;

/// The streams of a domain, and how they come and go. Used under the administration's lock.
final class DomainStreams {
    private final HostMachine machine;
    private final Tenancies tenancies;
    private final List<GuestIommu> viommus;
    private final DirectStreams direct;
    private final Map<PhysicalStream, Claim> claims = new LinkedHashMap<>();

    /// @param viommus as they are and will be
    DomainStreams(
            HostMachine machine,
            Tenancies tenancies,
            List<GuestIommu> viommus,
            DirectStreams direct) {
        this.machine = machine;
        this.tenancies = tenancies;
        this.viommus = viommus;
        this.direct = direct;
    }

    boolean has(PhysicalStream stream) {
        return claims.containsKey(stream);
    }

    /// Whether a virtual IOMMU has a stream of this ID.
    boolean has(GuestIommu viommu, StreamId vsid) {
        for (Claim claim : of(viommu)) {
            if (claim.vsid().equals(vsid)) {
                return true;
            }
        }
        return false;
    }

    List<Claim> of(Claimant claimant) {
        List<Claim> some = new ArrayList<>();
        for (Claim claim : claims.values()) {
            if (claim.claimant() == claimant) {
                some.add(claim);
            }
        }
        return some;
    }

    /// Puts a free stream behind a virtual IOMMU.
    ///
    /// @throws MachineRefusedException when its SMMU cannot stand behind that; nothing has changed then
    void attach(DomainDescription.Stream stream) {
        GuestIommu viommu = viommus.get(stream.viommu());
        PhysicalSmmu smmu = machine.smmu(stream.physical());
        Claim claim = new Claim(viommu, smmu, stream.physical().id(), stream.vsid());
        if (viommu.indexOf(claim) < 0) {
            join(viommu, smmu);
        }
        Tenancy tenancy = viommu.tenancies().get(viommu.indexOf(claim));
        smmu.driver().assign(claim.psid(), tenancy.host(), stream.trusted(), viommu.stalls());
        take(stream.physical(), claim);
        viommu.attach(claim, stream.trusted());
    }

    private void join(GuestIommu viommu, PhysicalSmmu smmu) {
        Tenancy tenancy = tenancies.open(smmu);
        try {
            viommu.join(tenancy);
        } catch (MachineRefusedException e) {
            tenancies.close(tenancy);
            throw e;
        }
    }

    /// Lets a free stream through stage 2 alone.
    ///
    /// @throws MachineRefusedException when its SMMU cannot do that
    void attachDirectly(PhysicalStream stream) {
        PhysicalSmmu smmu = machine.smmu(stream);
        if (direct.on(smmu) == null) {
            direct.add(tenancies.open(smmu));
        }
        Claim claim = new Claim(direct, smmu, stream.id(), stream.id());
        smmu.driver().assign(claim.psid(), direct.on(smmu).host(), false);
        take(stream, claim);
        direct.pass(claim, true);
    }

    private void take(PhysicalStream stream, Claim claim) {
        claims.put(stream, claim);
        claim.smmu().claim(claim);
    }

    /// @throws IllegalArgumentException when it is not there
    void detach(PhysicalStream stream) {
        Claim claim = claims.get(stream);
        if (claim == null) {
            throw new IllegalArgumentException("not the domain's: " + stream);
        }
        machine.router().release(claim);
        claims.remove(stream);
    }

    void detachAll() {
        List.copyOf(claims.keySet()).forEach(this::detach);
    }

    /// The domain's memory map has changed.
    void mapChanged() {
        direct.mapChanged();
    }

    /// Lets every direct stream through, or none.
    void passDirect(boolean through) {
        for (Claim claim : of(direct)) {
            direct.pass(claim, through);
        }
    }
}
