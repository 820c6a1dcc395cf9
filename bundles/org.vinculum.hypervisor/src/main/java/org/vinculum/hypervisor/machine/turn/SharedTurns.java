package org.vinculum.hypervisor.machine.turn;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.LongSupplier;
import org.vinculum.domain.SchedulingPolicy.Turns;

/// A policy's decisions, one question at a time whoever asks, and how long each client has waited for them. Its monitor is
/// never held while anything else is called but the policy.
public final class SharedTurns {
    private final Turns turns;
    private final LongSupplier nanoTime;
    private final List<Client> clients = new ArrayList<>();
    private final List<Waiting> waiting = new ArrayList<>();
    private long executed;
    private int waitingClients;

    /// @param nanoTime the clock, as [System#nanoTime]
    public SharedTurns(Turns turns, LongSupplier nanoTime) {
        this.turns = turns;
        this.nanoTime = nanoTime;
    }

    /// @return its number, the lowest that is free
    public synchronized int add(Client client, int weight) {
        int free = clients.indexOf(null);
        int number = free >= 0 ? free : clients.size();
        if (free < 0) {
            clients.add(client);
            waiting.add(new Waiting());
        } else {
            clients.set(number, client);
            waiting.set(number, new Waiting());
        }
        turns.add(number, weight);
        return number;
    }

    public synchronized void remove(int client) {
        if (waiting.get(client).waits()) {
            waitingClients--;
        }
        clients.set(client, null);
        waiting.set(client, new Waiting());
        turns.remove(client);
    }

    /// As [Turns#allowance].
    public synchronized int allowance(int client) {
        return turns.allowance(client);
    }

    /// As [Turns#ready].
    public synchronized void ready(int client) {
        begin(client);
        turns.ready(client);
    }

    private void begin(int client) {
        Waiting one = waiting.get(client);
        if (!one.waits()) {
            waitingClients++;
            one.begin(nanoTime.getAsLong(), executed);
        }
    }

    /// Whom to serve next, and how much.
    ///
    /// @return null when nobody waits
    public synchronized Turn next() {
        int client = turns.next();
        return client < 0 ? null : new Turn(clients.get(client), turns.turn(client));
    }

    /// A client's turn.
    ///
    /// @param allowed host commands
    public record Turn(Client client, int allowed) {}

    /// As [Turns#served].
    ///
    /// @return nanoseconds that the client had waited for it
    public synchronized long served(int client, int hostCommands, boolean more) {
        turns.served(client, hostCommands, more);
        Waiting one = waiting.get(client);
        if (!one.waits()) {
            executed += hostCommands;
            return 0;
        }
        waitingClients--;
        long waited = one.end(nanoTime.getAsLong(), executed);
        executed += hostCommands;
        if (more) {
            begin(client);
        }
        return waited;
    }

    /// Those who are there, as they are now.
    public synchronized List<Client> clients() {
        List<Client> present = new ArrayList<>(clients);
        present.removeIf(Objects::isNull);
        return present;
    }

    /// Whether somebody waits for a turn.
    public synchronized boolean anybodyWaits() {
        return waitingClients > 0;
    }

    /// Nanoseconds that a client has waited for its turns.
    public synchronized long nanosWaited(int client) {
        return waiting.get(client).nanos();
    }

    /// Host commands of others that were executed while a client waited for its turns.
    public synchronized long commandsWaited(int client) {
        return waiting.get(client).commands();
    }
}
