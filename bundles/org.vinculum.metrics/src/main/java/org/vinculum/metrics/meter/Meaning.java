package org.vinculum.metrics.meter;

import java.util.function.ToDoubleFunction;

/// A meter as `docs/metrics.md` has it.
///
/// @param name as Micrometer has names: words of lower case between dots
/// @param unit plural, as Micrometer has units; null where the name says it
/// @param counter it only grows
/// @param value what it reads off the counters of its subject
/// @param <T> the counters of its subject
public record Meaning<T>(
        String name, String unit, String description, boolean counter, ToDoubleFunction<T> value) {}
