package org.vinculum.metrics.meter;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import org.vinculum.domain.Domain;
import org.vinculum.domain.GuestTraffic;
import org.vinculum.domain.HostTraffic;
import org.vinculum.domain.Machine;

/// A machine that has counters and nothing else.
final class FakeMachine {
    static final GuestTraffic GUEST =
            new GuestTraffic(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11_000_000_000L, 12, 13);
    static final HostTraffic HOST =
            new HostTraffic("/smmu@9050000", 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11);

    final List<Domain> domains = new ArrayList<>();
    final List<HostTraffic> hosts = new ArrayList<>(List.of(HOST));
    int asked;

    Machine machine() {
        return (Machine)
                Proxy.newProxyInstance(
                        Machine.class.getClassLoader(),
                        new Class<?>[] {Machine.class},
                        (proxy, method, arguments) ->
                                switch (method.getName()) {
                                    case "domains" -> List.copyOf(domains);
                                    case "hostTraffic" -> {
                                        asked++;
                                        yield List.copyOf(hosts);
                                    }
                                    case "hashCode" -> System.identityHashCode(proxy);
                                    case "equals" -> proxy == arguments[0];
                                    default -> throw new AssertionError(method);
                                });
    }

    /// @param traffic read anew each time
    Domain domain(String name, List<GuestTraffic> traffic) {
        return (Domain)
                Proxy.newProxyInstance(
                        Domain.class.getClassLoader(),
                        new Class<?>[] {Domain.class},
                        (proxy, method, _) ->
                                switch (method.getName()) {
                                    case "name" -> name;
                                    case "traffic" -> List.copyOf(traffic);
                                    default -> throw new AssertionError(method);
                                });
    }
}
