package org.vinculum.itests.machines.swap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vinculum.domain.MachineRefusedException;
import org.vinculum.itests.machines.TestedMachine;
import org.vinculum.itests.machines.Traffic;
import org.vinculum.smmu.spec.Bits;
import org.vinculum.smmu.spec.register.Idr0;
import org.vinculum.smmu.spec.register.Idr5;
import org.vinculum.swap.SwapRecord.Outcome;
import org.vinculum.swap.SwapRefusedException;

/// Who may not take over, and why: what guests have been shown must be there, and what they do must work.
@Timeout(value = 120, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class RefusedSwapTests {
    private static final String SMMU = "/smmu0";

    private static List<String> refused(TestedMachine machine, String smmu, String model) {
        SwapRefusedException refused =
                catchThrowableOfType(
                        SwapRefusedException.class, () -> machine.machine.swap(smmu, model));
        assertThat(refused).isNotNull();
        assertThat(machine.machine.swaps().getLast().outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(machine.machine.swaps().getLast().reason()).isEqualTo(refused.getMessage());
        assertThat(machine.machine.swaps().getLast().pauseNanos()).isZero();
        return refused.reasons();
    }

    private static Bits field(String name) {
        return switch (name) {
            case "IDR0.CD2L" -> Idr0.CD2L;
            case "IDR0.HTTU" -> Idr0.HTTU;
            default -> Idr5.OAS;
        };
    }

    /// What both can do, and one thing more.
    private static Map<String, Long> shown(String one, String other, String more, int value) {
        Map<String, Long> shown = new HashMap<>(Pool.common(List.of(one, other)));
        String register = more.substring(0, more.indexOf('.'));
        shown.computeIfPresent(register, (_, now) -> (long) field(more).in(now.intValue(), value));
        return shown;
    }

    @ParameterizedTest
    @CsvSource({
        "smmuv3-3.2, qemu-9.2, IDR0.CD2L, 1, 0",
        "smmuv3-3.2, qemu-9.2, IDR0.HTTU, 2, 0",
        "smmuv3-3.1, mmu-600-r2p0, IDR5.OAS, 6, 5"
    })
    void whatTheGuestMayUseHasToBeThere(
            String first, String next, String feature, int shown, int there)
            throws InterruptedException {
        Shelf shelf = Shelf.with(first, next);
        try (TestedMachine machine = shelf.machine(first, shown(first, next, feature, shown))) {
            Traffic traffic = new Traffic(machine, machine.guest("guest1").with(1, 0, 5), 0, 5);

            assertThat(refused(machine, SMMU, next))
                    .containsExactly(
                            "%s 1.0 lacks %s %d (here %d).".formatted(next, feature, shown, there));

            traffic.goesOn(5);
            assertThat(machine.machine.models().getFirst().model()).isEqualTo(first);
            assertThat(machine.machine.models().getFirst().choice()).isEqualTo(first);
            traffic.endsWithNothingLost();
        }
    }

    @ParameterizedTest
    @CsvSource({"mmu-600-r2p0, mmu-600-r0p0, 1209401", "mmu-700-r1p1, mmu-700-r0p0, 2268618"})
    void whereGuestsNestAnErratumAgainstThatKeepsAModelOut(
            String first, String next, String erratum) throws InterruptedException {
        Shelf shelf = Shelf.with(first, next);
        try (TestedMachine machine = shelf.machine(first, Map.of())) {
            Traffic traffic = new Traffic(machine, machine.guest("guest1").with(1, 0, 5), 0, 5);

            assertThat(refused(machine, SMMU, next))
                    .containsExactly(
                            "%s 1.0 has erratum %s: stage 1 does not work over stage 2, which stream 0x5 of /smmu0 behind virtual IOMMUs need."
                                    .formatted(next, erratum));

            traffic.goesOn(5);
            traffic.endsWithNothingLost();
        }
    }

    @ParameterizedTest
    @CsvSource({"mmu-600-r2p0, mmu-600-r0p0, 1209401", "mmu-700-r1p1, mmu-700-r0p0, 2268618"})
    void anErratumAgainstNestingHoldsForGuestsThatComeLater(
            String first, String next, String erratum) {
        Shelf shelf = Shelf.with(first, next);
        try (TestedMachine machine = shelf.machine(first, Map.of())) {
            machine.machine.swap(SMMU, next);

            Assertions.assertThatThrownBy(machine.guest("guest1").with(1, 0, 5)::created)
                    .isInstanceOf(MachineRefusedException.class)
                    .hasMessageContaining(
                            "/smmu0 must not nest stage 1 over stage 2 (erratum %s)."
                                    .formatted(erratum));
        }
    }

    @ParameterizedTest
    @CsvSource({"mmu-600-r0p0, mmu-600-r2p0", "mmu-700-r0p0, mmu-700-r1p1"})
    void nobodyNestsWhileOneMayComeBackThatCannot(String first, String next) {
        Shelf shelf = Shelf.with(first, next);
        try (TestedMachine machine = shelf.machine(first, Map.of())) {
            machine.machine.swap(SMMU, next);

            Assertions.assertThatThrownBy(machine.guest("guest1").with(1, 0, 5)::created)
                    .isInstanceOf(MachineRefusedException.class);
        }
    }

    @Test
    void withoutVirtualIommusTheErratumMattersNot() {
        Shelf shelf = Shelf.with("mmu-600-r2p0", "mmu-600-r0p0");
        try (TestedMachine machine = shelf.machine("mmu-600-r2p0", Map.of())) {
            machine.machine.swap(SMMU, "mmu-600-r0p0");

            assertThat(machine.machine.models().getFirst().model()).isEqualTo("mmu-600-r0p0");
        }
    }

    @Test
    void whatIsNotThereIsNamed() {
        Shelf shelf = Shelf.with("smmuv3-3.2");
        try (TestedMachine machine = shelf.machine("smmuv3-3.2", Map.of())) {
            assertThat(refused(machine, SMMU, "nobodys"))
                    .containsExactly("No model nobodys is installed.");
            assertThat(refused(machine, "/nowhere", "smmuv3-3.2"))
                    .containsExactly("There is no SMMU /nowhere whose model can be changed.");
        }
    }

    @Test
    void aClosedMachineChangesNoMore() {
        TestedMachine machine = Shelf.with("smmuv3-3.2").machine("smmuv3-3.2", Map.of());
        machine.close();

        assertThat(refused(machine, SMMU, "smmuv3-3.2")).containsExactly("The machine is closed.");
    }
}
