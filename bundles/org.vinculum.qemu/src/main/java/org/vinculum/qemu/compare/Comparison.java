package org.vinculum.qemu.compare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import java.util.function.DoubleSupplier;
import java.util.function.LongSupplier;
import org.vinculum.benchmark.Measurement;
import org.vinculum.benchmark.Report;

/// Boots the same guest on several machines, each several times and in turn, so that what else the machine at hand does
/// meets all of them alike.
final class Comparison {
    static final String NAME = "live";

    private final List<Contender> contenders;
    private final int times;
    private final LongSupplier clock;
    private final DoubleSupplier load;
    private final List<List<Boot>> boots = new ArrayList<>();
    private final List<String> failures = new ArrayList<>();

    /// @param times how often each is booted
    /// @param clock in nanoseconds
    /// @param load of this machine; negative when it is not known
    Comparison(List<Contender> contenders, int times, LongSupplier clock, DoubleSupplier load) {
        this.contenders = List.copyOf(contenders);
        this.times = times;
        this.clock = clock;
        this.load = load;
        contenders.forEach(_ -> boots.add(new ArrayList<>()));
    }

    Report run(Consumer<String> progress) throws InterruptedException {
        double before = load.getAsDouble();
        for (int time = 1; time <= times; time++) {
            for (int i = 0; i < contenders.size(); i++) {
                Contender contender = contenders.get(i);
                progress.accept(contender.title() + ", " + time + " of " + times);
                boots.get(i).add(boot(contender, time));
            }
        }
        List<String> conditions = new ArrayList<>();
        conditions.add(Conditions.machine(boots.getFirst().getFirst(), before, load.getAsDouble()));
        conditions.addAll(Conditions.meaning(times));
        conditions.addAll(failures);
        return new Report(NAME, conditions, table());
    }

    private Boot boot(Contender contender, int time) throws InterruptedException {
        Boot boot = new Boot(clock);
        String failure = contender.run(boot);
        if (!failure.isEmpty()) {
            failures.add("FAILED: " + contender.title() + ", boot " + time + ": " + failure);
        }
        return boot;
    }

    private List<Measurement> table() {
        List<Measurement> rows = new ArrayList<>();
        for (int i = 0; i < contenders.size(); i++) {
            for (Column column : Column.values()) {
                OptionalDouble median = median(boots.get(i), column);
                if (median.isPresent()) {
                    rows.add(row(contenders.get(i), column, median.getAsDouble()));
                }
            }
        }
        return rows;
    }

    private static Measurement row(Contender contender, Column column, double value) {
        return new Measurement(
                contender.title(), column.quantity(), value, column.unit(), Optional.empty());
    }

    /// The lower one of two in the middle.
    private static OptionalDouble median(List<Boot> boots, Column column) {
        double[] values =
                boots.stream()
                        .map(column::of)
                        .filter(OptionalDouble::isPresent)
                        .mapToDouble(OptionalDouble::getAsDouble)
                        .toArray();
        Arrays.sort(values);
        return values.length == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(values[(values.length - 1) / 2]);
    }
}
