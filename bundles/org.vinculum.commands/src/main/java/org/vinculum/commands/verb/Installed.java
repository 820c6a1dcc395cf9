package org.vinculum.commands.verb;

import java.util.List;

/// The services that are there at the moment of asking, so that one that comes or goes counts for the next command.
public interface Installed {
    /// The services of one contract, best first; empty when there is none.
    <T> List<T> all(Class<T> contract);

    /// The same with what their registrations say.
    <T> List<Part<T>> parts(Class<T> contract);

    /// The best service of one contract.
    ///
    /// @throws MissingPartException when there is none
    default <T> T best(Class<T> contract) {
        List<T> services = all(contract);
        if (services.isEmpty()) {
            throw MissingPartException.of(contract);
        }
        return services.getFirst();
    }
}
