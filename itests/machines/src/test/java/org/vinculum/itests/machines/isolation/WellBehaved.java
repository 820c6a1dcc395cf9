package org.vinculum.itests.machines.isolation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.vinculum.domain.Domain;
import org.vinculum.guest.driver.AddressSpace;
import org.vinculum.guest.driver.DeviceDescription;
import org.vinculum.guest.driver.DriverInterrupt;
import org.vinculum.guest.driver.DriverOptions;
import org.vinculum.guest.driver.FaultHandler;
import org.vinculum.guest.driver.GuestDriver;
import org.vinculum.guest.driver.GuestPages;
import org.vinculum.guest.workload.DomainHardware;
import org.vinculum.iommu.Access;
import org.vinculum.memory.AddressRange;
import org.vinculum.smmu.spec.event.Event;
import org.vinculum.smmu.spec.event.FTranslation;

/// A guest with a driver as Linux has it: one address space that a device behind each of its SMMUs sees.
final class WellBehaved implements FaultHandler {
    private static final int BOTH = Access.READ | Access.WRITE;

    private final Domain domain;
    private final GuestDriver driver;
    private final GuestPages pages;
    private final AddressSpace space;
    private final List<Event> events = new ArrayList<>();
    private final Map<Long, Long> mapped = new HashMap<>();
    private long waited;
    private long longest;

    /// @param rest what goes on while it waits
    WellBehaved(int index, Domain domain, Runnable rest) {
        this.domain = domain;
        pages =
                new GuestPages(
                        domain.memory(), AddressRange.of(GuestLayout.RAM, GuestLayout.RAM_BYTES));
        Runnable counted =
                () -> {
                    waited++;
                    rest.run();
                };
        driver =
                new GuestDriver(
                        new DomainHardware(domain, GuestLayout.REGISTERS, counted),
                        pages,
                        DriverOptions.ordinary(),
                        this);
        space = driver.addressSpace();
        for (int smmu = 0; smmu < Topology.SMMUS; smmu++) {
            if (Topology.has(index, smmu)) {
                boolean stalls = Topology.stalls(index);
                int[] streams = {Topology.vsid(smmu)};
                driver.device(new DeviceDescription(streams, 0, stalls, false)).attach(space);
            }
        }
    }

    Domain domain() {
        return domain;
    }

    /// Maps a page of its own.
    ///
    /// @return guest physical
    long map(long address) {
        long page = pages.demand(GuestPages.PAGE);
        space.map(address, page, GuestPages.PAGE, BOTH);
        mapped.put(address, page);
        return page;
    }

    /// Takes it away; when this returns, a CMD_SYNC has said that it is gone.
    void unmap(long address) {
        long before = waited;
        space.unmap(address, GuestPages.PAGE);
        longest = Math.max(longest, waited - before);
        pages.release(mapped.remove(address), GuestPages.PAGE);
    }

    boolean isMapped(long address) {
        return mapped.containsKey(address);
    }

    /// Guest physical, of what is mapped.
    long page(long address) {
        return mapped.get(address);
    }

    void serve() {
        driver.raise(DriverInterrupt.ERRORS);
        driver.raise(DriverInterrupt.EVENTS);
        driver.serveInterrupts();
    }

    /// A page for whoever waits for one.
    @Override
    public Answer event(Event event) {
        events.add(event);
        if (event instanceof FTranslation fault && fault.fault().stall()) {
            long address = fault.fault().inputAddr() & -GuestPages.PAGE;
            if (!isMapped(address)) {
                map(address);
            }
        }
        return Answer.RETRY;
    }

    /// Events since the last time.
    List<Event> takeEvents() {
        List<Event> taken = List.copyOf(events);
        events.clear();
        return taken;
    }

    long overflows() {
        return driver.counts().overflows();
    }

    /// Times it gave up waiting, or its queue stopped.
    long troubles() {
        return driver.counts().timeouts()
                + driver.counts().commandErrors()
                + driver.counts().otherErrors();
    }

    long syncs() {
        return driver.counts().syncs();
    }

    /// Rounds of the machine that one unmapping took at most.
    long longest() {
        return longest;
    }
}
