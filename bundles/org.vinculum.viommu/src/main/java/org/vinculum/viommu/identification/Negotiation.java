package org.vinculum.viommu.identification;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.vinculum.domain.HostSmmu;
import org.vinculum.domain.MachineRefusedException;
import org.vinculum.domain.VirtualIommuDescription;
import org.vinculum.smmu.spec.encoding.Oas;
import org.vinculum.smmu.spec.register.Aidr;
import org.vinculum.smmu.spec.register.Idr0;
import org.vinculum.smmu.spec.register.Idr1;
import org.vinculum.smmu.spec.register.Idr3;
import org.vinculum.smmu.spec.register.Idr5;

/// Decides what a guest is shown: what all physical SMMUs behind its virtual one have, nothing that belongs to the hypervisor,
/// and no more than the baseline allows. A field that is not named here is 0.
public final class Negotiation {
    private static final int AARCH64 = 2;
    private static final int QUEUE_LIMIT = 19;

    private final VirtualIommuDescription description;
    private final int addressBits;
    private final List<PhysicalSmmu> hosts;
    private final Identification baseline;
    private final List<Identification> limits = new ArrayList<>();
    private final List<String> reasons = new ArrayList<>();
    private final Candidate candidate = new Candidate();

    private Negotiation(
            VirtualIommuDescription description, int addressBits, List<PhysicalSmmu> hosts) {
        this.description = description;
        this.addressBits = addressBits;
        this.hosts = hosts;
        this.baseline = baseline(description.baseline());
        hosts.forEach(host -> limits.add(host.has()));
        limits.add(baseline);
    }

    /// @param addressBits of a guest physical address
    /// @param behind at least one
    /// @throws MachineRefusedException when these cannot stand behind one virtual SMMU, with all reasons
    public static Identification of(
            VirtualIommuDescription description, int addressBits, List<HostSmmu> behind) {
        List<PhysicalSmmu> hosts = behind.stream().map(PhysicalSmmu::of).toList();
        return new Negotiation(description, addressBits, hosts).result();
    }

    /// A register that is not named limits nothing.
    private static Identification baseline(Map<String, Long> named) {
        return new Identification(
                new Idr0(named.getOrDefault("IDR0", -1L).intValue()),
                new Idr1(named.getOrDefault("IDR1", -1L).intValue()),
                new Idr3(named.getOrDefault("IDR3", -1L).intValue()),
                new Idr5(named.getOrDefault("IDR5", -1L).intValue()),
                new Aidr(named.getOrDefault("AIDR", -1L).intValue()));
    }

    private Identification result() {
        hosts.forEach(host -> host.refusals(addressBits, reasons));
        candidate.idr0(Idr0.S1P, 1);
        candidate.idr0(Idr0.TTF, AARCH64);
        candidate.idr0(Idr0.MSI, baseline.idr0().get(Idr0.MSI));
        candidate.idr0(Idr0.ST_LEVEL, Math.min(1, baseline.idr0().get(Idr0.ST_LEVEL)));
        Feature.GROWING.forEach(feature -> candidate.set(feature, least(feature)));
        identifiers();
        addresses();
        requests();
        candidate.minor(minor());
        boolean limited = description.baseline().containsKey("IDR0");
        new FaultModel(limited ? limits : limits.subList(0, hosts.size()), hosts.size(), reasons)
                .into(candidate, description.stalls());
        if (!reasons.isEmpty()) {
            throw new MachineRefusedException(reasons);
        }
        return candidate.identification();
    }

    private int least(Feature feature) {
        int least = feature.most();
        for (Identification limit : limits) {
            least = Math.min(least, feature.of(limit));
        }
        return least;
    }

    private void identifiers() {
        if (description.sidBits() > baseline.idr1().get(Idr1.SIDSIZE)) {
            reasons.add(
                    "The baseline has fewer than "
                            + description.sidBits()
                            + " bits of stream ID (IDR1.SIDSIZE).");
        }
        candidate.idr1(Idr1.SIDSIZE, description.sidBits());
        candidate.idr1(Idr1.CMDQS, Math.min(QUEUE_LIMIT, baseline.idr1().get(Idr1.CMDQS)));
        candidate.idr1(Idr1.EVENTQS, Math.min(QUEUE_LIMIT, baseline.idr1().get(Idr1.EVENTQS)));
    }

    /// What depends on granules (IHI 0070, 6.3.6) goes where they do.
    private void addresses() {
        Identification so = candidate.identification();
        boolean small = so.idr5().has(Idr5.GRAN4K) || so.idr5().has(Idr5.GRAN16K);
        boolean large = so.idr5().has(Idr5.GRAN64K);
        boolean lpa2 = so.idr5().has(Idr5.DS) && small && so.idr5().has(Idr5.VAX);
        candidate.idr5(Idr5.DS, lpa2 ? 1 : 0);
        if (!lpa2 && !large) {
            candidate.idr5(Idr5.VAX, 0);
        }
        if (!small && !large) {
            reasons.add("No granule is common to all (IDR5.GRAN4K, GRAN16K, GRAN64K).");
        }
        outputSize(large || lpa2);
    }

    private void outputSize(boolean bits52) {
        for (Oas size : Oas.values()) {
            if (size.bits() == addressBits) {
                outputSize(size, bits52);
                return;
            }
        }
        reasons.add("Guest physical addresses of " + addressBits + " bits cannot be shown.");
    }

    private void outputSize(Oas size, boolean bits52) {
        candidate.idr5(Idr5.OAS, size.encoding());
        if (size.encoding() > baseline.idr5().get(Idr5.OAS)) {
            reasons.add(
                    "The baseline has fewer than " + addressBits + " bits of address (IDR5.OAS).");
        }
        if (size == Oas.BITS_56 || size == Oas.BITS_52 && !bits52) {
            reasons.add("No common granule reaches addresses of " + addressBits + " bits.");
        }
    }

    /// Split-stage ATS is what keeps stage 2 in force, and a forced stall excludes it (IHI 0070, 5.2).
    private void requests() {
        boolean ats = description.ats() && baseline.idr0().has(Idr0.ATS);
        boolean pri = baseline.idr0().has(Idr0.PRI);
        for (PhysicalSmmu host : hosts) {
            ats &= host.splitsAts();
            pri &= host.has().idr0().has(Idr0.PRI);
        }
        if (!ats) {
            return;
        }
        candidate.idr0(Idr0.ATS, 1);
        if (pri) {
            candidate.idr0(Idr0.PRI, 1);
            candidate.idr1(Idr1.PRIQS, Math.min(QUEUE_LIMIT, baseline.idr1().get(Idr1.PRIQS)));
            candidate.idr3(Idr3.PPS, substreams() ? least(Feature.PPS) : 0);
        }
    }

    private boolean substreams() {
        return candidate.identification().idr1().has(Idr1.SSIDSIZE);
    }

    /// Informative; lowered where something is not shown that a version has always (IHI 0070, 2).
    private int minor() {
        int minor = Integer.MAX_VALUE;
        for (Identification limit : limits) {
            minor = Math.min(minor, limit.aidr().get(Aidr.ARCH_MINOR_REV));
        }
        Idr3 features = candidate.identification().idr3();
        if (!features.has(Idr3.HAD)) {
            return 0;
        }
        if (!features.has(Idr3.RIL) || !features.has(Idr3.BBML)) {
            return Math.min(1, minor);
        }
        return Math.min(features.has(Idr3.E0PD) ? 3 : 2, minor);
    }
}
