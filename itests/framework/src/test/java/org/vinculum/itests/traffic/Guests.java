package org.vinculum.itests.traffic;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.vinculum.domain.Machine;

/// Guests that run in the domains of a machine, as a bundle beside it. A test asks in words, since it shares no types with
/// what is in the framework.
@Component(
        name = "org.vinculum.itests.traffic",
        service = Function.class,
        property = "test=traffic")
public final class Guests implements Function<String, String> {
    private final Map<String, RunningGuest> running = new LinkedHashMap<>();

    @Reference private Machine machine;

    /// `run DOMAIN SMMU` starts its driver and its device; `cycles DOMAIN` is how often its device has moved something;
    /// `trouble` says what went wrong so far, nothing when all went well.
    @Override
    public String apply(String question) {
        String[] words = question.split(" ");
        return switch (words[0]) {
            case "run" -> {
                running.put(words[1], RunningGuest.start(machine, words[1], words[2]));
                yield "";
            }
            case "cycles" -> Long.toString(running.get(words[1]).cycles());
            case "trouble" -> trouble();
            default -> throw new IllegalArgumentException(question);
        };
    }

    private String trouble() {
        StringBuilder trouble = new StringBuilder();
        running.values().forEach(guest -> trouble.append(guest.trouble()));
        return trouble.toString();
    }

    @Deactivate
    void stop() {
        running.values().forEach(RunningGuest::close);
    }
}
