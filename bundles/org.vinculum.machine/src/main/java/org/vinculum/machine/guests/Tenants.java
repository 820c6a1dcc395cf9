package org.vinculum.machine.guests;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vinculum.domain.Domain;
import org.vinculum.domain.DomainDescription;
import org.vinculum.domain.DomainDescription.Stream;
import org.vinculum.domain.Machine;
import org.vinculum.domain.MachineRefusedException;
import org.vinculum.firmware.PhysicalStream;
import org.vinculum.machine.news.News;

/// Makes and ends the domains of guests; what dom0 has is lent to them and goes back.
public final class Tenants {
    private final Machine machine;
    private final News news;
    private final Optional<Domain> dom0;
    private final Map<PhysicalStream, Stream> atHome = new HashMap<>();
    private final Map<PhysicalStream, Domain> owners = new HashMap<>();

    /// @param dom0 what it was made of, and itself
    public Tenants(Machine machine, Optional<DomainDescription> dom0, News news) {
        this.machine = machine;
        this.news = news;
        this.dom0 = dom0.flatMap(d -> machine.domain(d.name()));
        dom0.ifPresent(d -> d.streams().forEach(s -> atHome.put(s.physical(), s)));
    }

    /// Refuses what another guest has, before anything is given up for it.
    ///
    /// @param own the domain that would make room; null when there is none
    /// @throws MachineRefusedException naming each stream and who has it
    void refuseTaken(DomainDescription description, Domain own) {
        List<String> reasons = new ArrayList<>();
        for (Stream stream : description.streams()) {
            Domain owner = owners.get(stream.physical());
            if (owner != null && owner != own) {
                reasons.add(
                        "Stream "
                                + stream.physical()
                                + " belongs to the guest '"
                                + owner.name()
                                + "'.");
            }
        }
        if (!reasons.isEmpty()) {
            throw new MachineRefusedException(reasons);
        }
    }

    /// Makes a domain.
    ///
    /// @throws MachineRefusedException when there is no such domain to be had; dom0 has then what it had
    Domain create(DomainDescription description) {
        List<Stream> lent = new ArrayList<>();
        try {
            for (Stream stream : description.streams()) {
                lend(stream.physical()).ifPresent(lent::add);
            }
            Domain domain = machine.create(description);
            description.streams().forEach(s -> owners.put(s.physical(), domain));
            return domain;
        } catch (RuntimeException e) {
            lent.forEach(this::takeBack);
            throw e;
        }
    }

    void destroy(Domain domain, DomainDescription description) {
        domain.destroy();
        for (Stream stream : description.streams()) {
            owners.remove(stream.physical());
            Stream own = atHome.get(stream.physical());
            if (own != null) {
                takeBack(own);
            }
        }
    }

    // A stream that somebody else has is not dom0's to lend, and the machine will say so.
    private Optional<Stream> lend(PhysicalStream physical) {
        Stream own = atHome.get(physical);
        if (own == null || dom0.isEmpty()) {
            return Optional.empty();
        }
        try {
            dom0.get().detach(physical);
            return Optional.of(own);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private void takeBack(Stream own) {
        try {
            dom0.orElseThrow().attach(own);
        } catch (MachineRefusedException e) {
            news.warn("dom0 goes without stream " + own.physical() + ": " + e.getMessage());
        }
    }
}
