package org.vinculum.hypervisor.schedule;

import java.util.Arrays;
import org.vinculum.domain.SchedulingPolicy;

/// Deficit round robin (Shreedhar and Varghese, 1996) counted in host commands.
///
/// In each round every client may use its quantum, in turns and out of turn together. Clients that wait stand in one of two
/// lines: those with something left of this round's quantum, and those that go on in the next round. What is used beyond the
/// quantum is missing in the next round. What is left over is saved, up to a burst, for use out of turn: so a quantum can be
/// short, which is what somebody has to wait for who uses all of its share, and whoever uses little is still done with a batch
/// at once. Between two turns of its own nobody sees more of another than two quanta and a burst. Where nobody else waits
/// there is nothing to share, and a client begins afresh.
///
/// Every operation but one takes the same time whatever the number of clients: [#next] passes over those in debt, and each
/// time somebody has paid for it by a quantum. Only [#add] allocates.
final class Rounds implements SchedulingPolicy.Turns {
    /// Host commands in a round for a weight of 1.
    static final int QUANTUM = 4;

    /// Host commands that may be saved for a weight of 1: a batch as drivers send it.
    static final int BURST = 64;

    private static final int FEW = 16;
    private static final int HIGHEST_WEIGHT = 256;

    private final int quantum;
    private final int burst;
    private Share[] shares = new Share[FEW];
    private Line now = new Line();
    private Line later = new Line();
    private int waiting;
    private long round;
    private int chosen = -1;

    Rounds() {
        this(QUANTUM, BURST);
    }

    /// @param quantum host commands in a round for a weight of 1
    /// @param burst host commands that may be saved for a weight of 1
    Rounds(int quantum, int burst) {
        this.quantum = quantum;
        this.burst = burst;
    }

    @Override
    public void add(int client, int weight) {
        if (client < 0 || weight < 1 || weight > HIGHEST_WEIGHT) {
            throw new IllegalArgumentException("client " + client + " of weight " + weight);
        }
        if (client >= shares.length) {
            shares = Arrays.copyOf(shares, Math.max(client + 1, 2 * shares.length));
        }
        if (shares[client] != null) {
            throw new IllegalArgumentException("client " + client + " is there already");
        }
        shares[client] = new Share(client, quantum * weight, burst * weight);
    }

    @Override
    public void remove(int client) {
        rest(share(client));
        shares[client] = null;
    }

    @Override
    public int allowance(int client) {
        Share share = share(client);
        if (othersWait(share)) {
            return share.spare(round);
        }
        // two rounds on, nobody's use counts any more
        round += 2;
        return share.whole();
    }

    private boolean othersWait(Share share) {
        return waiting > (share.line() == null ? 0 : 1);
    }

    @Override
    public void ready(int client) {
        Share share = share(client);
        if (share.line() == null) {
            wait(share);
        }
    }

    private void wait(Share share) {
        Line line = share.left(round) > 0 ? now : later;
        if (share.line() == null) {
            waiting++;
        } else {
            share.line().remove(share);
        }
        line.append(share);
        endRound();
    }

    private void rest(Share share) {
        if (share.line() != null) {
            share.line().remove(share);
            waiting--;
            endRound();
        }
    }

    /// A round is over when nobody that waits has anything left of it.
    private void endRound() {
        if (now.isEmpty() && !later.isEmpty()) {
            round++;
            Line over = now;
            now = later;
            later = over;
        }
    }

    @Override
    public int next() {
        while (waiting > 1 && now.first().left(round) == 0) {
            wait(now.first());
        }
        return now.isEmpty() ? -1 : now.first().client();
    }

    @Override
    public int turn(int client) {
        chosen = client;
        Share share = share(client);
        return othersWait(share) ? Math.max(1, share.left(round)) : share.whole();
    }

    /// Whoever has more to do is charged for one host command at least, so that nobody can hold a round open.
    @Override
    public void served(int client, int hostCommands, boolean more) {
        Share share = share(client);
        int charged = Math.max(hostCommands, more ? 1 : 0);
        if (chosen == client) {
            chosen = -1;
            share.charge(round, charged);
        } else {
            share.chargeSaved(round, charged);
        }
        if (!othersWait(share)) {
            share.forgive(round);
        }
        if (!more) {
            rest(share);
        } else if (share.line() == null || share.line() == now && share.left(round) == 0) {
            wait(share);
        }
    }

    private Share share(int client) {
        Share share = client < 0 || client >= shares.length ? null : shares[client];
        if (share == null) {
            throw new IllegalArgumentException("there is no client " + client);
        }
        return share;
    }
}
