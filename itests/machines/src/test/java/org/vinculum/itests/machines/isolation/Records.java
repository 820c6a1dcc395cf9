package org.vinculum.itests.machines.isolation;

import org.vinculum.domain.Domain;
import org.vinculum.memory.Ram;

/// Reads what a guest is told of events and page requests: all of it must be about its own streams, by the numbers that it
/// knows.
///
/// The devices of each guest put a mark into whatever addresses they use.
final class Records {
    /// Lowest bits of an address, and of a page request's group.
    static final int MARK_BITS = 4;

    private static final int EVENTQ_BASE = 0xa0;
    private static final int EVENTQ_PROD = 0x100a8;
    private static final int PRIQ_BASE = 0xc0;
    private static final int PRIQ_PROD = 0x100c8;
    private static final int EVENT_WORDS = 4;
    private static final int REQUEST_WORDS = 2;
    private static final long ADDRESS = 0xf_ffff_ffff_f000L;

    private final int guest;
    private final boolean namesHost;
    private Domain domain;
    private Ram ram;
    private long events;
    private long requests;
    private long seen;
    private String breach;

    Records(int guest, boolean namesHost) {
        this.guest = guest;
        this.namesHost = namesHost;
    }

    void of(Domain one) {
        domain = one;
        ram = one.memory().ram(GuestLayout.RECORDS);
        forget();
    }

    /// What is there now is of no interest.
    void forget() {
        events = register(EVENTQ_PROD, 4);
        requests = register(PRIQ_PROD, 4);
    }

    private long register(int offset, int width) {
        return domain.read(GuestLayout.REGISTERS + offset, width);
    }

    long seen() {
        return seen;
    }

    String breach() {
        return breach;
    }

    void look() {
        long produced = register(EVENTQ_PROD, 4);
        if (produced != events) {
            if (register(EVENTQ_BASE, 8) == (GuestLayout.EVENTS | GuestLayout.EVENTS_LOG2)) {
                long count = produced - events & (2L << GuestLayout.EVENTS_LOG2) - 1;
                for (long i = 0; i < count && count <= 1 << GuestLayout.EVENTS_LOG2; i++) {
                    long index = events + i & (1L << GuestLayout.EVENTS_LOG2) - 1;
                    event(GuestLayout.EVENTS + index * EVENT_WORDS * Long.BYTES);
                }
            }
            events = produced;
        }
        lookForRequests();
    }

    private void lookForRequests() {
        long produced = register(PRIQ_PROD, 4);
        if (produced == requests) {
            return;
        }
        long base = GuestLayout.PAGE_REQUESTS | GuestLayout.PAGE_REQUESTS_LOG2;
        if (register(PRIQ_BASE, 8) == base) {
            long count = produced - requests & (2L << GuestLayout.PAGE_REQUESTS_LOG2) - 1;
            for (long i = 0; i < count && count <= 1 << GuestLayout.PAGE_REQUESTS_LOG2; i++) {
                long index = requests + i & (1L << GuestLayout.PAGE_REQUESTS_LOG2) - 1;
                request(GuestLayout.PAGE_REQUESTS + index * REQUEST_WORDS * Long.BYTES);
            }
        }
        requests = produced;
    }

    private long word(long at) {
        return ram.getLong(at - ram.start());
    }

    private void event(long at) {
        seen++;
        int type = (int) (word(at) & 0xff);
        stream(at, word(at) >>> 32);
        long input = word(at + 16);
        boolean marked =
                switch (type) {
                    case 0x01, 0x07, 0x0b, 0x10, 0x11, 0x12, 0x13, 0x20 -> true;
                    default -> false;
                };
        if (marked && (input & (1 << MARK_BITS) - 1) != guest) {
            breach = "event of another guest's device: " + text(at, EVENT_WORDS);
        }
        for (int i = 1; i < EVENT_WORDS && !namesHost; i++) {
            if (Ledger.isRam(word(at + 8L * i) & ADDRESS)) {
                breach = "event with a host physical address: " + text(at, EVENT_WORDS);
            }
        }
    }

    private void request(long at) {
        seen++;
        stream(at, word(at) & 0xffff_ffffL);
        if ((word(at + 8) & (1 << MARK_BITS) - 1) != guest) {
            breach = "page request of another guest's device: " + text(at, REQUEST_WORDS);
        }
    }

    private void stream(long at, long vsid) {
        long smmu = vsid - Topology.FIRST_VSID;
        if (smmu < 0 || smmu >= Topology.SMMUS || !Topology.has(guest, (int) smmu)) {
            breach = "record of a stream that is not the guest's: " + text(at, REQUEST_WORDS);
        }
    }

    private String text(long at, int count) {
        StringBuilder text = new StringBuilder("guest " + guest);
        for (int i = 0; i < count; i++) {
            text.append(" 0x").append(Long.toHexString(word(at + 8L * i)));
        }
        return text.toString();
    }
}
