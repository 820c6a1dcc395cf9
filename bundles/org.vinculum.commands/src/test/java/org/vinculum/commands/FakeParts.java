package org.vinculum.commands;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.vinculum.commands.verb.Installed;
import org.vinculum.commands.verb.Part;

/// Services that a test puts in and takes out by hand.
public final class FakeParts implements Installed {
    private final Map<Class<?>, List<Object>> parts = new HashMap<>();

    /// Adds a service behind those of the same contract.
    public <T> FakeParts with(Class<T> contract, T service) {
        parts.computeIfAbsent(contract, _ -> new ArrayList<>()).add(service);
        return this;
    }

    public FakeParts without(Class<?> contract) {
        parts.remove(contract);
        return this;
    }

    @Override
    public <T> List<T> all(Class<T> contract) {
        return parts.getOrDefault(contract, List.of()).stream().map(contract::cast).toList();
    }

    /// Every service as if its bundle had version 1.2.3 and its registration no ranking.
    @Override
    public <T> List<Part<T>> parts(Class<T> contract) {
        return all(contract).stream().map(service -> new Part<>(service, "1.2.3", 0)).toList();
    }
}
