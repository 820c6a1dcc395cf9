package org.vinculum.commands;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.osgi.framework.ServiceReference;

class ByPreferenceTest {
    private static ServiceReference<?> service(long id, Map<String, Object> properties) {
        Map<String, Object> all = new HashMap<>(properties);
        all.put("service.id", id);
        return (ServiceReference<?>)
                Proxy.newProxyInstance(
                        ByPreferenceTest.class.getClassLoader(),
                        new Class<?>[] {ServiceReference.class},
                        (self, method, arguments) -> answer(self, method, arguments, all));
    }

    private static Object answer(
            Object self, Method method, Object[] arguments, Map<String, Object> properties) {
        return switch (method.getName()) {
            case "getProperty" -> properties.get(arguments[0]);
            case "equals" -> self == arguments[0];
            case "toString" -> properties.toString();
            default -> throw new UnsupportedOperationException(method.getName());
        };
    }

    private static void assertOrder(ServiceReference<?>... bestFirst) {
        List<ServiceReference<?>> shuffled = new ArrayList<>(List.of(bestFirst).reversed());
        shuffled.sort(ByPreference::compare);
        assertThat(shuffled).isEqualTo(List.of(bestFirst));
    }

    @Test
    void aHigherRankingWins() {
        assertOrder(
                service(9, Map.of("service.ranking", 5)),
                service(1, Map.of()),
                service(2, Map.of("service.ranking", -1)));
    }

    @Test
    void amongEqualRankingsAHigherVersionWins() {
        assertOrder(
                service(9, Map.of("vinculum.version", "1.10.0")),
                service(1, Map.of("vinculum.version", "1.9.0")),
                service(2, Map.of("vinculum.version", "not a version")));
    }

    @Test
    void amongEqualsTheFirstRegisteredWins() {
        assertOrder(service(1, Map.of()), service(2, Map.of()));
    }

    @Test
    void aRankingOfAnotherTypeCountsAsNone() {
        assertOrder(service(1, Map.of()), service(2, Map.of("service.ranking", "100")));
    }
}
