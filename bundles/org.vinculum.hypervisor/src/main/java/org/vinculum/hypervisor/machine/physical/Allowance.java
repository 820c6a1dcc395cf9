package org.vinculum.hypervisor.machine.physical;

/// How many events a domain may have delivered in one round; every one of its virtual IOMMUs draws on it. For one thread at
/// a time.
public final class Allowance {
    private final int most;
    private long round;
    private int taken;

    /// @param most events in a round
    public Allowance(int most) {
        this.most = most;
    }

    /// @param now the number of the round
    /// @return false when the domain has had its part of this round
    public boolean take(long now) {
        if (round != now) {
            round = now;
            taken = 0;
        }
        if (taken == most) {
            return false;
        }
        taken++;
        return true;
    }
}
