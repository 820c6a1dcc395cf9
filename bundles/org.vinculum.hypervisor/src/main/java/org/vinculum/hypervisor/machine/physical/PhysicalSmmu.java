package org.vinculum.hypervisor.machine.physical;

import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import org.vinculum.domain.HostTraffic;
import org.vinculum.hypervisor.host.HostDriver;
import org.vinculum.hypervisor.stage2.Vmids;
import org.vinculum.memory.StreamId;
import org.vinculum.smmu.spec.register.Idr0;

/// One physical SMMU of the machine: its driver, who has its streams, and what is to be done for it.
public final class PhysicalSmmu {
    private final HostDriver driver;
    private final FrontDevices devices;
    private final Ports ports = new Ports();
    private final Map<StreamId, Claim> claims = new ConcurrentHashMap<>();
    private final AtomicBoolean owes = new AtomicBoolean();
    private final AtomicBoolean reports = new AtomicBoolean();
    private final AtomicInteger waiting = new AtomicInteger();
    private final LongAdder unclaimed = new LongAdder();
    private final Vmids vmids;

    /// Guarded by the router's lock.
    private long backlog;

    /// @param devices what the driver's SMMU speaks to
    public PhysicalSmmu(HostDriver driver, FrontDevices devices) {
        this.driver = driver;
        this.devices = devices;
        this.vmids = new Vmids(driver.path(), new Idr0((int) driver.identification("IDR0")));
    }

    public Vmids vmids() {
        return vmids;
    }

    public HostDriver driver() {
        return driver;
    }

    FrontDevices devices() {
        return devices;
    }

    Ports ports() {
        return ports;
    }

    /// Lets the SMMU work.
    ///
    /// @param budget commands at most
    /// @return whether somebody has to see to it again: its ring holds something still, or others waited for what was done
    public boolean work(int budget) {
        if (driver.work(budget)) {
            owe();
            return true;
        }
        return waiting.get() > 0;
    }

    /// Lets it work where an earlier call left something.
    public void workOff(int budget) {
        if (owes.get() && owes.getAndSet(false)) {
            work(budget);
        }
    }

    /// Whether it is to be let work once more.
    public boolean owes() {
        return owes.get();
    }

    /// It has been given something without being let work.
    public void owe() {
        owes.set(true);
    }

    /// Somebody waits for this SMMU, or no longer.
    public void waits(boolean begins) {
        waiting.addAndGet(begins ? 1 : -1);
    }

    /// Its queues have got records.
    public void report() {
        reports.set(true);
    }

    /// Whether its queues have got records since the last time.
    public boolean reported() {
        return reports.get() && reports.getAndSet(false);
    }

    /// Its queues have been emptied.
    public void emptied() {
        backlog++;
    }

    /// Another number each time that its queues have been emptied.
    long backlog() {
        return backlog;
    }

    /// Who has a stream; null for nobody.
    public Claim claim(StreamId psid) {
        return claims.get(psid);
    }

    public Collection<Claim> claims() {
        return claims.values();
    }

    public void claim(Claim claim) {
        claims.put(claim.psid(), claim);
    }

    public void free(StreamId psid) {
        claims.remove(psid);
    }

    /// A record came of a stream that nobody has.
    public void unclaimed() {
        unclaimed.increment();
    }

    public HostTraffic traffic() {
        HostTraffic own = driver.traffic();
        return new HostTraffic(
                own.path(),
                own.commands(),
                own.syncs(),
                own.commandErrors(),
                own.deviceTimeouts(),
                own.syncTimeouts(),
                own.events(),
                own.eventsUnclaimed() + unclaimed.sum(),
                own.overflows(),
                ports.translations(),
                ports.hits(),
                own.waiting());
    }
}
