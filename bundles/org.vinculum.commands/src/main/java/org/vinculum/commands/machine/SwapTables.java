package org.vinculum.commands.machine;

import java.util.List;
import org.vinculum.commands.print.Table;
import org.vinculum.domain.Machine;
import org.vinculum.domain.ModelInPlace;
import org.vinculum.swap.SwapRecord;

/// What stands where and what became of it, for people.
final class SwapTables {
    private SwapTables() {}

    static Table models() {
        return new Table("machine", "name", "SMMU", "model", "version", "swaps", "state", "choice");
    }

    static void models(String name, Machine machine, Table table) {
        List<String> paths = SmmuNames.of(machine);
        for (ModelInPlace place : machine.models()) {
            table.row(
                    name,
                    "smmu" + paths.indexOf(place.smmu()),
                    place.smmu(),
                    place.model(),
                    place.version().isEmpty() ? "-" : place.version(),
                    Long.toString(place.swaps()),
                    place.vacant() ? "vacant" : "in place",
                    place.choice());
        }
    }

    static Table swaps() {
        return new Table(
                "machine", "swap", "place", "from", "to", "outcome", "ms waited", "reason");
    }

    static void swaps(String name, Machine machine, Table table) {
        for (SwapRecord swap : machine.swaps()) {
            table.row(
                    name,
                    Long.toString(swap.number()),
                    swap.place(),
                    swap.from(),
                    swap.to(),
                    outcome(swap.outcome()),
                    Milliseconds.of(swap.pauseNanos()),
                    swap.reason().isEmpty() ? "-" : swap.reason().replace('\n', ' '));
        }
    }

    private static String outcome(SwapRecord.Outcome outcome) {
        return switch (outcome) {
            case DONE -> "done";
            case REFUSED -> "refused";
            case FELL_BACK -> "fell back";
            case VACANT -> "vacant";
        };
    }
}
