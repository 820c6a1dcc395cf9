package org.vinculum.hypervisor.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vinculum.domain.MachineRefusedException;

class RefusalTests {
    private final ScriptedSmmu smmu = new ScriptedSmmu();

    private void refused(String why) {
        var bench = ScriptedSmmu.bench(smmu);
        assertThatThrownBy(bench.driver::start)
                .isInstanceOf(MachineRefusedException.class)
                .hasMessageContaining("/smmu")
                .hasMessageContaining(why);
    }

    @Test
    void anSmmuThatDoesNotAcknowledgeIsRefused() {
        smmu.acknowledges = false;

        refused("acknowledge");
    }

    @Test
    void anSmmuThatExecutesNothingIsRefused() {
        smmu.works = false;

        refused("execute");
    }

    @ParameterizedTest
    @CsvSource({
        "0, 80d3613, AArch64",
        "4, 0c735510, 64 entries",
        "4, 2e735510, places of its own",
        "4, 4e735510, places of its own",
        "4, 1e735510, places of its own"
    })
    void whatTheDriverCannotDriveIsRefused(long offset, String value, String why) {
        smmu.registers.put(offset, Long.parseLong(value, 16));

        refused(why);
    }

    @Test
    void itIsBroughtUpInTheArchitecturesOrder() {
        var bench = ScriptedSmmu.bench(smmu);
        bench.driver.start();

        assertThat(smmu.writes)
                .filteredOn(write -> !write.startsWith("100"))
                .startsWith("44=80100000", "20=0", "50=0", "68=0", "b0=0", "64=0", "28=d75", "2c=6")
                .containsSubsequence(
                        "88=10210",
                        "98=0",
                        "9c=0",
                        "20=8",
                        "20=c",
                        "20=e",
                        "20=1e",
                        "50=7",
                        "20=1f");
        assertThat(smmu.commands).containsExactly("4 1f", "46 0", "20 0", "30 0", "46 0");
    }
}
