package org.vinculum.hypervisor.machine.turn;

/// Who waits for a turn.
public interface Client {
    /// Its turn has come. It says itself what it used, by [SharedTurns#served].
    ///
    /// @param allowed host commands
    /// @return host commands it used
    int serve(int allowed);

    /// Hosts have moved; it may be able to go on.
    void progress();
}
