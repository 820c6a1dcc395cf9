package org.vinculum.qemu.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.vinculum.benchmark.Measurement;
import org.vinculum.benchmark.Report;

class ComparisonTest {
    private final List<String> progress = new ArrayList<>();

    private Report compare(Contender... contenders) throws InterruptedException {
        return new Comparison(List.of(contenders), 3, () -> 0, () -> 1.25).run(progress::add);
    }

    @Test
    void machinesTakeTurnsAndTheMedianCounts() throws InterruptedException {
        Report report =
                compare(new Saying("a", "900", "500", "700"), new Saying("b", "4", "6", "5"));

        assertThat(report.measurements()).containsExactly(pairs("a", 700), pairs("b", 5));
        assertThat(progress)
                .containsExactly(
                        "a, 1 of 3",
                        "b, 1 of 3",
                        "a, 2 of 3",
                        "b, 2 of 3",
                        "a, 3 of 3",
                        "b, 3 of 3");
    }

    @Test
    void aBootWithoutAFigureIsToldAndDoesNotCount() throws InterruptedException {
        Report report = compare(new Saying("a", "900", "", "700"));

        assertThat(report.measurements()).containsExactly(pairs("a", 700));
        assertThat(report.conditions()).contains("FAILED: a, boot 2: it says nothing");
    }

    @Test
    void theLoadOfTheMachineIsACondition() throws InterruptedException {
        assertThat(compare(new Saying("a", "1", "1", "1")).conditions().getFirst())
                .contains("its load was 1.3 before and 1.3 after", "QEMU 7.2.22");
    }

    private static Measurement pairs(String title, double value) {
        return new Measurement(title, "map + unmap", value, "1/s", Optional.empty());
    }

    /// Says one figure after the other.
    private static final class Saying implements Contender {
        private final String title;
        private final String[] pairs;
        private int next;

        Saying(String title, String... pairs) {
            this.title = title;
            this.pairs = pairs;
        }

        @Override
        public String title() {
            return title;
        }

        @Override
        public String run(Boot boot) {
            String value = pairs[next++];
            boot.progress("QEMU 7.2.22");
            if (value.isEmpty()) {
                return "it says nothing";
            }
            boot.console("VINCULUM-FIGURE: map-unmap-pairs " + value + " 1/s\n");
            return "";
        }
    }
}
