package org.vinculum.acpi.iort.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.vinculum.acpi.model.NodeHead;
import org.vinculum.acpi.model.SmmuV3;
import org.vinculum.acpi.model.TableArray;
import org.vinculum.firmware.Finding;

class OwnMappingCheckTest {
    @Test
    void anIndexAmongBillionsThatAreNotThereIsLeftToTheArray() {
        SmmuV3 smmu =
                new SmmuV3(
                        new NodeHead(0x30, 68, 4, 0),
                        0x4f000000,
                        0,
                        0,
                        SmmuV3.GENERIC,
                        74,
                        0,
                        76,
                        0,
                        0,
                        0x9000_0000L,
                        new TableArray<>(68, 0xffff_ffffL, List.of()));

        assertThat(PlatformReader.read("t", TableOf.nodes(smmu), 0).findings())
                .extracting(Finding::code)
                .containsExactly("iort-array-outside");
    }
}
