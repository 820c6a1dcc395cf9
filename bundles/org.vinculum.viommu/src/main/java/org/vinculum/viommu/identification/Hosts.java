package org.vinculum.viommu.identification;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.vinculum.domain.HostSmmu;
import org.vinculum.domain.MachineRefusedException;
import org.vinculum.domain.VirtualIommuDescription;

/// The physical SMMUs behind a virtual one, in the order that [org.vinculum.domain.VirtualStream#host()] counts in, and what may
/// join them.
public final class Hosts {
    private final VirtualIommuDescription description;
    private final int addressBits;
    private final List<HostSmmu> joined;
    private final Shown shown;

    /// @param addressBits of a guest physical address
    /// @param first at least one
    /// @throws MachineRefusedException when these cannot stand behind one virtual SMMU, with all reasons
    public Hosts(VirtualIommuDescription description, int addressBits, List<HostSmmu> first) {
        this.description = description;
        this.addressBits = addressBits;
        this.joined = new ArrayList<>(first);
        this.shown = new Shown(Negotiation.of(description, addressBits, joined));
    }

    /// What they have in common.
    public Shown shown() {
        return shown;
    }

    /// Those that are there; grows.
    public List<HostSmmu> all() {
        return Collections.unmodifiableList(joined);
    }

    /// A further one. A guest that has turned nothing on yet is shown less, when it has less.
    ///
    /// @return whether something else is shown now
    /// @throws MachineRefusedException when it lacks what the guest has been shown; nothing has changed then
    public boolean join(HostSmmu host) {
        List<String> lacking = shown.lacking(host);
        boolean less = !lacking.isEmpty() && !shown.frozen();
        if (less) {
            List<HostSmmu> all = new ArrayList<>(joined);
            all.add(host);
            shown.replace(Negotiation.of(description, addressBits, all));
        } else if (!lacking.isEmpty()) {
            throw new MachineRefusedException(reasons(host, lacking));
        }
        joined.add(host);
        return less;
    }

    /// Why they cannot go on with a guest that was shown something elsewhere.
    ///
    /// @return whole sentences, empty when they can
    public List<String> refusals(Identification elsewhere) {
        List<String> reasons = new ArrayList<>(Continuation.refusals(shown.values(), elsewhere));
        for (HostSmmu host : joined) {
            reasons.addAll(reasons(host, Lacking.of(elsewhere, Identification.of(host))));
        }
        return reasons;
    }

    private static List<String> reasons(HostSmmu host, List<String> lacking) {
        return lacking.stream()
                .map(field -> host.path() + " lacks what the guest has been shown: " + field + ".")
                .toList();
    }
}
