package org.vinculum.hypervisor.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IdentityTests {
    @ParameterizedTest
    @CsvSource({
        "smmuv3-3.0, true",
        "mmu-600-r0p0, false",
        "mmu-600-r2p0, true",
        "mmu-700-r0p0, false",
        "mmu-700-r1p1, true",
        "thunderx2, true",
        "hi161x, true"
    })
    void someErrataForbidNesting(String profile, boolean nests) {
        assertThat(new HostBench(profile, Map.of()).driver.nests()).isEqualTo(nests);
    }

    @ParameterizedTest
    @CsvSource({
        "4831043b, false",
        "4832043b, true",
        "4870143b, false",
        "4871043b, false",
        "4871143b, true",
        "48700fff, true"
    })
    void nestingGoesByImplementerProductVariantAndRevision(String iidr, boolean nests) {
        var smmu = new ScriptedSmmu();
        smmu.registers.put(0x18L, Long.parseLong(iidr, 16));

        assertThat(ScriptedSmmu.bench(smmu).driver.nests()).isEqualTo(nests);
    }

    @ParameterizedTest
    @CsvSource({"80d361a, false", "80d3619, false", "80d361b, true"})
    void bothStagesAreNeededToNest(String idr0, boolean nests) {
        var smmu = new ScriptedSmmu();
        smmu.registers.put(0L, Long.parseLong(idr0, 16));

        assertThat(ScriptedSmmu.bench(smmu).driver.nests()).isEqualTo(nests);
    }

    @Test
    void identificationIsAskedByName() {
        var driver = new HostBench("qemu-9.2", Map.of()).driver;

        assertThat(driver.identification("IDR0")).isEqualTo(0x0d44_101bL);
        assertThat(driver.identification("IDR1")).isEqualTo(0x0273_0010L);
        assertThat(driver.identification("IDR3")).isEqualTo(0x1414L);
        assertThat(driver.identification("IDR5")).isEqualTo(0x74L);
        assertThat(driver.identification("AIDR")).isEqualTo(1);
        assertThat(driver.identification("IDR6")).isZero();
        assertThat(driver.identification("CR0")).isZero();
    }
}
