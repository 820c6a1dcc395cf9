package org.vinculum.itests.machines;

import java.util.ArrayList;
import java.util.List;
import org.vinculum.domain.Domain;
import org.vinculum.guest.driver.DriverInterrupt;
import org.vinculum.guest.driver.DriverOptions;
import org.vinculum.guest.driver.FaultHandler;
import org.vinculum.guest.driver.GuestDriver;
import org.vinculum.guest.driver.GuestPages;
import org.vinculum.guest.workload.DomainHardware;
import org.vinculum.smmu.spec.event.Event;

/// One of several virtual SMMUs of a domain, with a driver and memory of its own.
public final class TestedSmmu implements FaultHandler {
    public final GuestDriver driver;
    public final GuestPages pages;
    public final List<Event> events = new ArrayList<>();

    public TestedSmmu(TestedMachine machine, Domain domain, long registers, GuestPages pages) {
        this.pages = pages;
        this.driver =
                new GuestDriver(
                        new DomainHardware(domain, registers, machine::pause),
                        pages,
                        DriverOptions.ordinary(),
                        this);
    }

    /// Looks at everything that could have been an interrupt.
    public void poll() {
        for (DriverInterrupt interrupt : DriverInterrupt.values()) {
            driver.raise(interrupt);
        }
        driver.serveInterrupts();
    }

    @Override
    public Answer event(Event event) {
        events.add(event);
        return Answer.ABORT;
    }
}
