package org.vinculum.itests.machines.shown;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.vinculum.benchmark.Measurement;
import org.vinculum.benchmark.Report;
import org.vinculum.guest.scale.ScaleRun;
import org.vinculum.itests.machines.PlainHypervisor;

/// 64 SMMUs, 32 guests with 32 devices each, 1,024 streams in one process: every one of them maps, moves bytes and unmaps as it
/// must. What that costs is printed, and depends on the computer.
class SixtyFourSmmusTests {
    private static final int ROUNDS = Integer.getInteger("vinculum.scale.rounds", 2);

    private long peak;

    @Test
    void allOfThemWorkInOneProcess() throws InterruptedException {
        long before = resident();
        Report report =
                new ScaleRun(new PlainHypervisor(), "smmuv3-3.2", 64, 32, 32, ROUNDS)
                        .run(_ -> peak = Math.max(peak, resident()));
        peak = Math.max(peak, resident());

        for (Measurement row : report.measurements()) {
            print(row.scenario() + ": " + row.quantity(), row.value(), row.unit());
        }
        print("resident before, heap and all", before / 1024.0, "MiB");
        print("resident at most, heap and RAM of guests included", peak / 1024.0, "MiB");
        assertThat(report.reached()).isTrue();
    }

    private static void print(String what, double value, String unit) {
        System.out.println(String.format(Locale.ROOT, "%s %.1f %s", what, value, unit).strip());
    }

    /// KiB of the process that are in memory, or 0 where nobody says.
    private static long resident() {
        try {
            for (String line : Files.readAllLines(Path.of("/proc/self/status"))) {
                if (line.startsWith("VmRSS:")) {
                    return Long.parseLong(line.replaceAll("[^0-9]", ""));
                }
            }
            return 0;
        } catch (IOException e) {
            return 0;
        }
    }
}
