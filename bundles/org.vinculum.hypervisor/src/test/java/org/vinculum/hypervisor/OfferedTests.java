package org.vinculum.hypervisor;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.ServiceReference;

class OfferedTests {
    private final Offered<Supplier<String>> offered = new Offered<>(Supplier::get);

    @SuppressWarnings("unchecked")
    private static <T> T answering(Class<T> type, Object one, Object other) {
        return (T)
                Proxy.newProxyInstance(
                        OfferedTests.class.getClassLoader(),
                        new Class<?>[] {type},
                        (_, method, _) ->
                                switch (method.getName()) {
                                    case "getBundle" -> one;
                                    case "getState" -> other;
                                    default -> null;
                                });
    }

    @SuppressWarnings("unchecked")
    private void add(Supplier<String> service) {
        Bundle bundle = answering(Bundle.class, null, Bundle.ACTIVE);
        offered.add(service, answering(ServiceReference.class, bundle, null));
    }

    private List<Supplier<String>> named(String name) {
        return offered.by(name).stream().map(Offered.Service::object).toList();
    }

    @Test
    void oneThatDoesNotSayItsNameIsNoneAndOthersStay() {
        Supplier<String> good = () -> "good";
        Supplier<String> broken =
                () -> {
                    throw new NoClassDefFoundError("acme/Names");
                };
        add(broken);
        add(() -> null);
        add(good);

        assertThat(named("good")).containsExactly(good);
        assertThat(offered.all()).hasSize(1);
        offered.remove(broken);
        assertThat(named("good")).containsExactly(good);
    }

    @Test
    void oneIsAskedForItsNameOnceAndKeepsIt() {
        int[] asked = {0};
        Supplier<String> fickle = () -> "name" + asked[0]++;
        add(fickle);

        assertThat(named("name0")).containsExactly(fickle);
        assertThat(named("name1")).isEmpty();
        assertThat(asked[0]).isEqualTo(1);
    }
}
