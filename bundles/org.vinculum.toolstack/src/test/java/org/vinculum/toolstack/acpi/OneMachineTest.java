package org.vinculum.toolstack.acpi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vinculum.binding.GuestBinder;
import org.vinculum.toolstack.Workbench;

/// One machine and one guest: whether a device tree or an IORT describes the machine, the guest's IDs are the same.
class OneMachineTest {
    static LongStream seeds() {
        return LongStream.range(0, 100);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void bothDescriptionsLeadToTheSameMap(long seed) {
        GuestBinder.Result tree = new RandomMachine(seed).byTree("0xffff").bind();
        GuestBinder.Result table = new RandomMachine(seed).byTable().bind();

        assertThat(map(table)).isEqualTo(map(tree));
    }

    // The map in the words of xl.cfg, which names units by address, and the IDs in configuration
    // order.
    private static List<String> map(GuestBinder.Result result) {
        List<String> ids = result.rows().stream().map(r -> r.vsid() + " " + r.psid()).toList();
        return List.of(Workbench.text(result, "binding.cfg"), ids.toString());
    }
}
