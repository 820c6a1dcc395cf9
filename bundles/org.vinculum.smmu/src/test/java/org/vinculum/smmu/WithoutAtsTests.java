package org.vinculum.smmu;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vinculum.iommu.Access;
import org.vinculum.iommu.IommuModel;
import org.vinculum.iommu.Outcome;
import org.vinculum.smmu.fake.Machine;
import org.vinculum.smmu.spec.register.Cr0;
import org.vinculum.smmu.spec.register.StrtabBase;
import org.vinculum.smmu.spec.register.StrtabBaseCfg;

/// Where there is no ATS there is no ATSCHK to be set, and still nobody gets past the stream table by saying that his address
/// has been translated.
class WithoutAtsTests {
    @ParameterizedTest
    @ValueSource(strings = {"thunderx2", "hi161x", "qemu-9.2"})
    void whatPretendsToBeTranslatedIsAborted(String profile) {
        Machine machine = new Machine();
        machine.put(Machine.RAM, 1, 0);
        IommuModel model = TestedModels.of(profile, 16, machine.surroundings());
        model.write(StrtabBase.OFFSET, 8, Machine.RAM);
        model.write(StrtabBaseCfg.OFFSET, 4, 0);
        model.write(Cr0.OFFSET, 4, 1);

        for (int stream = 0; stream < 2; stream++) {
            long answer =
                    model.translate(
                            stream, -1, 0x1234, Access.READ | Access.TRANSLATED, new Outcome());

            assertThat(answer).as("stream %d", stream).isEqualTo(Outcome.ABORT);
        }
    }
}
