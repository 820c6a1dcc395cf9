package org.vinculum.itests;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.osgi.framework.ServiceReference;

/// The machine of a framework, whose types are not those of the tests: they came through a bundle's class loader.
final class RunningMachine {
    private static final String MACHINE = "org.vinculum.domain.Machine";
    private static final String DOMAIN = "org.vinculum.domain.Domain";
    private static final String IN_PLACE = "org.vinculum.domain.ModelInPlace";

    private final RunningFelix felix;

    RunningMachine(RunningFelix felix) {
        this.felix = felix;
    }

    boolean isThere() throws Exception {
        return felix.context().getAllServiceReferences(MACHINE, null) != null;
    }

    /// The property `name` of its service.
    Object name() throws Exception {
        return reference().getProperty("name");
    }

    List<String> domains() throws Exception {
        List<String> names = new ArrayList<>();
        for (Object domain : (List<?>) call(MACHINE, machine(), "domains")) {
            names.add((String) call(DOMAIN, domain, "name"));
        }
        return names;
    }

    /// What a guest reads.
    long read(String domain, long address) throws Exception {
        Optional<?> found =
                (Optional<?>) method(MACHINE, "domain", String.class).invoke(machine(), domain);
        return (long)
                method(DOMAIN, "read", long.class, int.class)
                        .invoke(found.orElseThrow(), address, 4);
    }

    /// Puts another model in place of that of an SMMU.
    ///
    /// @return name and version of the one that stands there now
    String swapModel(String smmu, String model) throws Exception {
        Object report =
                method(MACHINE, "swap", String.class, String.class).invoke(machine(), smmu, model);
        return (String) report.getClass().getMethod("to").invoke(report);
    }

    /// Puts another type in place of the first virtual IOMMU of a domain.
    ///
    /// @return name and version of the one that stands there now
    String swap(String domain, String type) throws Exception {
        Optional<?> found =
                (Optional<?>) method(MACHINE, "domain", String.class).invoke(machine(), domain);
        Object report =
                method(DOMAIN, "swap", int.class, String.class)
                        .invoke(found.orElseThrow(), 0, type);
        return (String) report.getClass().getMethod("to").invoke(report);
    }

    /// Why the first virtual IOMMU of a domain is not swapped; fails when it is.
    String swapOf(String domain, String type) throws Exception {
        Optional<?> found =
                (Optional<?>) method(MACHINE, "domain", String.class).invoke(machine(), domain);
        try {
            throw new AssertionError(
                    method(DOMAIN, "swap", int.class, String.class)
                            .invoke(found.orElseThrow(), 0, type));
        } catch (InvocationTargetException refused) {
            return refused.getCause().getMessage();
        }
    }

    /// Model and version of each SMMU by its path, `vacant` where nobody stands; empty without a machine.
    Map<String, String> models() throws Exception {
        Map<String, String> models = new TreeMap<>();
        if (!isThere()) {
            return models;
        }
        for (Object place : (List<?>) call(MACHINE, machine(), "models")) {
            models.put(
                    (String) call(IN_PLACE, place, "smmu"),
                    (boolean) call(IN_PLACE, place, "vacant")
                            ? "vacant"
                            : call(IN_PLACE, place, "model")
                                    + " "
                                    + call(IN_PLACE, place, "version"));
        }
        return models;
    }

    /// The latest attempts to swap as `OUTCOME PLACE TO: REASON`.
    List<String> swaps() throws Exception {
        List<String> swaps = new ArrayList<>();
        for (Object swap : (List<?>) call(MACHINE, machine(), "swaps")) {
            Class<?> type = swap.getClass();
            swaps.add(
                    type.getMethod("outcome").invoke(swap)
                            + " "
                            + type.getMethod("place").invoke(swap)
                            + " "
                            + type.getMethod("to").invoke(swap)
                            + ": "
                            + type.getMethod("reason").invoke(swap));
        }
        return swaps;
    }

    /// Something that is another when the machine has been started anew.
    Object identity() throws Exception {
        return machine();
    }

    private Object machine() throws Exception {
        return felix.context().getService(reference());
    }

    private ServiceReference<?> reference() throws Exception {
        return felix.context().getAllServiceReferences(MACHINE, null)[0];
    }

    private Object call(String type, Object on, String name) throws Exception {
        return method(type, name).invoke(on);
    }

    private Method method(String type, String name, Class<?>... parameters) throws Exception {
        return felix.bundle("org.vinculum.domain").loadClass(type).getMethod(name, parameters);
    }
}
