package org.vinculum.domain;

import org.osgi.annotation.versioning.ConsumerType;

/// Decides which domain may use the hardware's command queues, and how much. A service; a machine takes one by name.
@ConsumerType
public interface SchedulingPolicy {
    /// As [MachineDescription#policy()].
    String name();

    /// Decisions for one machine.
    Turns create();

    /// Whose turn it is. Called by one thread at a time. Clients are small non-negative numbers, each a virtual IOMMU.
    @ConsumerType
    interface Turns {
        /// A client is there, with nothing to do yet.
        ///
        /// @param weight 1 to 256
        void add(int client, int weight);

        /// A client is gone, whatever it had to do.
        void remove(int client);

        /// How many host commands a client may cause at once in its own register write, although it has not been chosen by
        /// [#next].
        ///
        /// @return 0 when it has to wait behind others
        int allowance(int client);

        /// A client has work that waits; it already may have had.
        void ready(int client);

        /// The client to serve next; -1 when nobody has work that waits.
        int next();

        /// How many host commands the client that [#next] chose may cause in this turn, at least 1.
        int turn(int client);

        /// A client has been served, in a turn or by its allowance.
        ///
        /// @param hostCommands that it caused, 0 or more; a little more than it was allowed is possible
        /// @param more it has work left that could go on; false also when it waits for hardware, which [#ready] will end
        void served(int client, int hostCommands, boolean more);
    }
}
