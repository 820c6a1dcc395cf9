package org.vinculum.hypervisor.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;

/// Clients as a machine has them, which count what each sees of the others between two services of its own.
final class Crowd {
    /// The most by which a service goes beyond what was allowed.
    static final int OVERSPEND = 8;

    private static final int MOST = 64;
    private static final int HEAVIEST = 4;
    private static final int SLICE = 100;

    private final SplittableRandom random;
    private final int quantum;
    private final int burst;
    private final Rounds rounds;
    private final int[] weights = new int[MOST];
    private final boolean[] waits = new boolean[MOST];
    private final long[] served = new long[MOST];

    /// By who waits and who was served meanwhile.
    private final long[][] seen = new long[MOST][MOST];

    private long servedWhileOthersWaited;

    Crowd(SplittableRandom random, int clients, int quantum, int burst) {
        this(random, clients, HEAVIEST, quantum, burst);
    }

    Crowd(SplittableRandom random, int clients, int heaviest, int quantum, int burst) {
        this.random = random;
        this.quantum = quantum;
        this.burst = burst;
        this.rounds = new Rounds(quantum, burst);
        for (int client = 0; client < clients; client++) {
            join(1 + random.nextInt(heaviest));
        }
    }

    int join(int weight) {
        int client = 0;
        while (weights[client] != 0) {
            client++;
        }
        rounds.add(client, weight);
        weights[client] = weight;
        served[client] = 0;
        return client;
    }

    private void leave(int client) {
        rounds.remove(client);
        weights[client] = 0;
        waits[client] = false;
        for (long[] others : seen) {
            others[client] = 0;
        }
    }

    void allReady() {
        for (int client = 0; client < MOST; client++) {
            if (weights[client] != 0) {
                ready(client);
            }
        }
    }

    private void ready(int client) {
        rounds.ready(client);
        if (!waits[client]) {
            waits[client] = true;
            Arrays.fill(seen[client], 0);
        }
    }

    /// Something that a guest, a device, the hardware or the toolstack may do.
    void anything() {
        int client = someone();
        switch (random.nextInt(16)) {
            case 0 -> ready(client);
            case 1, 2, 3, 4, 5, 6 -> ownWrite(client, random.nextInt(4) != 0);
            case 7 -> comeOrGo(client);
            default -> turn(random.nextInt(5) != 0);
        }
    }

    /// A register write of somebody who has more to do than it may, or a turn of whoever is next.
    void floods() {
        floods(MOST);
    }

    /// @param except somebody who does not flood
    void floods(int except) {
        int client = someone();
        if (random.nextBoolean() && client != except) {
            ownWrite(client, true);
        } else {
            turn(true);
        }
    }

    /// @return host commands of others before it was served
    long oneCommand(int client) {
        if (rounds.allowance(client) > 0) {
            account(client, 1, false);
            return 0;
        }
        long before = Arrays.stream(served).sum();
        ready(client);
        while (rounds.next() != client) {
            turn(true);
        }
        long waited = Arrays.stream(served).sum() - before;
        account(client, 1, false);
        return waited;
    }

    private int someone() {
        int client;
        do {
            client = random.nextInt(MOST);
        } while (weights[client] == 0);
        return client;
    }

    private void comeOrGo(int client) {
        long there = Arrays.stream(weights).filter(weight -> weight != 0).count();
        if (random.nextBoolean() && there > 2) {
            leave(client);
        } else if (there < MOST) {
            join(1 + random.nextInt(HEAVIEST));
        }
    }

    private void ownWrite(int client, boolean more) {
        int allowed = rounds.allowance(client);
        if (othersWait(client)) {
            servedWhileOthersWaited += allowed;
        } else {
            assertThat(allowed).isEqualTo(weights[client] * Math.max(quantum, burst));
        }
        if (allowed > 0) {
            account(client, used(Math.min(allowed, 1 + random.nextInt(SLICE))), more);
        } else if (more) {
            ready(client);
        }
    }

    /// Who has overspent misses turns for it.
    private int roundsSeen(int client) {
        return 1 + (OVERSPEND + quantum * weights[client] - 1) / (quantum * weights[client]);
    }

    private int most() {
        return burst == 0 ? quantum : 2 * quantum + burst;
    }

    private boolean othersWait(int client) {
        for (int other = 0; other < MOST; other++) {
            if (waits[other] && other != client) {
                return true;
            }
        }
        return false;
    }

    private void turn(boolean more) {
        int client = rounds.next();
        if (client < 0) {
            assertThat(othersWait(MOST)).as("somebody waits and nobody is served").isFalse();
            return;
        }
        assertThat(waits[client]).as("client %d waits", client).isTrue();
        int allowed = rounds.turn(client);
        assertThat(allowed).isBetween(1, weights[client] * Math.max(quantum, burst));
        account(client, used(Math.min(allowed, 1 + random.nextInt(SLICE))), more);
    }

    private int used(int allowed) {
        return random.nextInt(4) == 0 ? allowed + random.nextInt(OVERSPEND + 1) : allowed;
    }

    private void account(int client, int used, boolean more) {
        rounds.served(client, used, more);
        served[client] += used;
        for (int other = 0; other < MOST; other++) {
            if (waits[other] && other != client) {
                seen[other][client] += used;
                assertThat(seen[other][client])
                        .as("what %d sees of %d while it waits", other, client)
                        .isLessThanOrEqualTo(
                                roundsSeen(other) * (weights[client] * most() + OVERSPEND));
            }
        }
        Arrays.fill(seen[client], 0);
        waits[client] = more;
    }

    long servedWhileOthersWaited() {
        return servedWhileOthersWaited;
    }

    /// Between what any two have been served for each unit of weight.
    long widestGap() {
        long least = Long.MAX_VALUE;
        long most = 0;
        for (int client = 0; client < MOST; client++) {
            if (weights[client] != 0) {
                least = Math.min(least, served[client] / weights[client]);
                most = Math.max(most, served[client] / weights[client]);
            }
        }
        return most - least;
    }
}
