package org.vinculum.smmu.isolation;

import java.util.SplittableRandom;
import java.util.function.Function;
import org.vinculum.iommu.Access;
import org.vinculum.iommu.Endpoints;
import org.vinculum.iommu.InterruptLines;
import org.vinculum.iommu.IommuModel;
import org.vinculum.iommu.IommuSurroundings;
import org.vinculum.iommu.Outcome;

/// One configuration after another: a valid stage 2, a hostile guest, some transactions, some changes by the hypervisor.
/// Stops at the first outcome that lies outside what the hypervisor mapped.
final class IsolationRun {
    private static final int TRANSACTIONS = 8;
    private static final int LOG2_REFILL = 11;

    /// A model that has seen thousands of contexts looks for each among all of them, which is correct and slow.
    private static final int LOG2_NEW_MODEL = 6;

    private final SplittableRandom random;
    private final WatchedMemory memory;
    private final HostileGuest guest;
    private final Function<IommuSurroundings, IommuModel> maker;
    private final int oas;
    private final Outcome outcome = new Outcome();
    private IommuModel model;
    private Driver driver;
    private String breach;
    private long configurations;
    private long transactions;
    private long translated;
    private long nested;
    private long mostRequests;

    /// @param oas output bits of the model
    IsolationRun(Function<IommuSurroundings, IommuModel> maker, int oas, long seed) {
        this.random = new SplittableRandom(seed);
        this.oas = oas;
        this.memory = new WatchedMemory(random);
        this.maker = maker;
        this.guest = new HostileGuest(memory, random);
    }

    /// @return what came out that should not have, null when nothing did
    String play(long count) {
        for (long i = 0; i < count && breach == null; i++) {
            if ((configurations++ & (1 << LOG2_REFILL) - 1) == 0) {
                guest.fill();
            }
            if ((configurations & (1 << LOG2_NEW_MODEL) - 1) == 1) {
                start();
            }
            configuration();
        }
        if (breach == null && !memory.othersAreUntouched()) {
            breach = "others' memory was written to";
        }
        if (breach == null && !memory.nothingIsMapped()) {
            breach = "the hypervisor's tables were written to";
        }
        return breach;
    }

    private void start() {
        model = maker.apply(new IommuSurroundings(memory, this::ignore, Endpoints.NONE));
        driver = new Driver(model, memory);
    }

    private void ignore(InterruptLines.Line line) {
        // Nobody listens.
    }

    private void configuration() {
        var hypervisor = new Hypervisor(memory, driver, random, oas);
        hypervisor.install(guest.context(hypervisor.domain), random.nextInt(4));
        transactions(hypervisor);
        if (breach == null && random.nextInt(4) == 0) {
            hypervisor.remap();
            turnToAnotherPage(hypervisor);
            transactions(hypervisor);
        }
        hypervisor.leave();
        turnToAnotherPage(hypervisor);
    }

    /// A model may remember the page it has turned to last; a stream without a valid entry makes it turn elsewhere.
    private void turnToAnotherPage(Hypervisor hypervisor) {
        int other = hypervisor.stream + 1 & 15;
        long entry = Driver.STREAMS + 64L * other;
        memory.set(entry, 0);
        driver.streamHasChanged(other);
        model.translate(other, -1, 0, Access.READ, outcome);
    }

    private void transactions(Hypervisor hypervisor) {
        for (int i = 0; i < TRANSACTIONS && breach == null; i++) {
            transaction(hypervisor);
        }
    }

    private void transaction(Hypervisor hypervisor) {
        int substream = random.nextInt(8) == 0 ? random.nextInt(8) : -1;
        int access = access();
        boolean intermediate = hypervisor.config == 6;
        if (random.nextInt(16) == 0) {
            access |= Access.TRANSLATED;
            substream = -1;
            intermediate = true;
        }
        long address = address(hypervisor.domain, intermediate);
        long before = memory.requests();
        boolean asks = (access & Access.TRANSLATED) == 0 && random.nextInt(16) == 0;
        long found =
                asks
                        ? model.requestTranslation(
                                hypervisor.stream, substream, address, access, outcome)
                        : model.translate(hypervisor.stream, substream, address, access, outcome);
        transactions++;
        mostRequests = Math.max(mostRequests, memory.requests() - before);
        if (memory.escaped()) {
            breach = "memory at 0x%x was read or written".formatted(memory.escape());
        } else if (found >= 0 && !asks) {
            translated++;
            nested += intermediate ? 0 : 1;
            judge(hypervisor, found, access);
        }
        if (breach == null && intermediate && !asks && substream < 0) {
            exactly(hypervisor, address, access, found);
        }
        if (breach != null) {
            breach +=
                    ": configuration %d, stream %d, config %d, ATS %d, substream %d, address 0x%x, access 0x%x, answer 0x%x, size 0x%x, %s"
                            .formatted(
                                    configurations,
                                    hypervisor.stream,
                                    hypervisor.config,
                                    hypervisor.ats,
                                    substream,
                                    address,
                                    access,
                                    found,
                                    outcome.size(),
                                    hypervisor.shape);
        }
    }

    private int access() {
        int direction = random.nextInt(3) == 0 ? Access.WRITE : Access.READ;
        boolean instruction = direction == Access.READ && random.nextInt(6) == 0;
        return direction
                | (instruction ? Access.INSTRUCTION : 0)
                | (random.nextBoolean() ? Access.PRIVILEGED : 0);
    }

    private long address(Domain domain, boolean intermediate) {
        if (!intermediate) {
            return guest.virtual();
        }
        if (random.nextInt(4) == 0 || domain.mappings.isEmpty()) {
            return guest.address();
        }
        Mapping one = domain.mappings.get(random.nextInt(domain.mappings.size()));
        return one.ipa() + (random.nextLong() & one.size() - 1);
    }

    /// The property: all of what was found is the domain's, and may be accessed so.
    private void judge(Hypervisor hypervisor, long found, int access) {
        Domain domain = hypervisor.domain;
        boolean data = (access & Access.INSTRUCTION) == 0 && !hypervisor.fetches;
        long size = outcome.size();
        long start = found & -size;
        if (!domain.owns(start, size)) {
            breach = "outside the domain";
        } else if (!domain.permits(
                start, size, data && (access & Access.READ) != 0, (access & Access.WRITE) != 0)) {
            breach = "not permitted";
        }
    }

    /// Where stage 2 translates alone, the oracle knows the address, and that there is one.
    private void exactly(Hypervisor hypervisor, long address, int access, long found) {
        Mapping mapping = hypervisor.domain.at(address);
        if (found >= 0 && (mapping == null || mapping.output(address) != found)) {
            breach = "another address than what was mapped";
        }
        boolean plain = (access & (Access.INSTRUCTION | Access.TRANSLATED | Access.WRITE)) == 0;
        boolean passes = mapping != null && mapping.readable() && plain;
        if (passes && found < 0) {
            breach = "refused what was mapped";
        }
    }

    /// Pages that one transaction has asked for, at most.
    long mostRequests() {
        return mostRequests;
    }

    double translatedShare() {
        return (double) translated / transactions;
    }

    @Override
    public String toString() {
        return "%d configurations, %d transactions, %d translated, %d of them by two stages, at most %d changes of the page"
                .formatted(configurations, transactions, translated, nested, mostRequests);
    }
}
