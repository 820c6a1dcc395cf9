package org.vinculum.itests.machines.isolation;

import org.vinculum.domain.Domain;

/// Whose each page of the machine's RAM is, as far as the hypervisor says so; and who is at work. The oracle of isolation.
final class Ledger {
    static final long RAM = 0x2a_4000_0000L;
    static final long BYTES = 64L << 20;
    static final int PAGE_BITS = 12;

    /// Nobody's, or the hypervisor's.
    static final int HYPERVISOR = 0;

    /// The hypervisor's, and of no use to anybody.
    static final int CANARY = 127;

    private final byte[] owners = new byte[(int) (BYTES >>> PAGE_BITS)];
    private final boolean[] kept = new boolean[owners.length];
    private int user = HYPERVISOR;
    private String breach;

    static boolean isRam(long physical) {
        return Long.compareUnsigned(physical - RAM, BYTES) < 0;
    }

    static int page(long physical) {
        return (int) (physical - RAM >>> PAGE_BITS);
    }

    int owner(long physical) {
        return isRam(physical) ? owners[page(physical)] : -1;
    }

    /// @param owner 1 and more for domains
    void take(int owner, Domain domain) {
        for (Domain.Mapping mapping : domain.mappings()) {
            if (isRam(mapping.host())) {
                mark(mapping.host(), mapping.guest().size(), owner);
                keep(mapping);
            }
        }
    }

    private void keep(Domain.Mapping mapping) {
        long first = mapping.guest().start().value();
        for (long at = 0; at < mapping.guest().size(); at += 1L << PAGE_BITS) {
            kept[page(mapping.host() + at)] = GuestLayout.isKept(first + at);
        }
    }

    /// Whether records are there that nobody else shall write.
    boolean isKept(long physical) {
        return isRam(physical) && kept[page(physical)];
    }

    void mark(long physical, long size, int owner) {
        for (int page = page(physical); page < page(physical + size - 1) + 1; page++) {
            owners[page] = (byte) owner;
        }
    }

    void free(int owner) {
        for (int page = 0; page < owners.length; page++) {
            owners[page] = owners[page] == owner ? HYPERVISOR : owners[page];
        }
    }

    /// On whose behalf SMMUs look at memory from now on.
    void works(int owner) {
        user = owner;
    }

    int user() {
        return user;
    }

    /// An SMMU turns to a page.
    void turnedTo(long physical) {
        int owner = owners[page(physical)];
        if (owner != HYPERVISOR && owner != user) {
            breach = "an SMMU looked at 0x%x of %d for %d".formatted(physical, owner, user);
        }
    }

    /// What was seen that must not be; null for nothing.
    String breach() {
        return breach;
    }
}
