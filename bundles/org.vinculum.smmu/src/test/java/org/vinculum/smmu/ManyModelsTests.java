package org.vinculum.smmu;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vinculum.iommu.Access;
import org.vinculum.iommu.IommuModel;
import org.vinculum.iommu.Outcome;
import org.vinculum.smmu.fake.Machine;
import org.vinculum.smmu.spec.register.Cr0;
import org.vinculum.smmu.spec.register.StrtabBase;
import org.vinculum.smmu.spec.register.StrtabBaseCfg;

/// A machine has as many SMMUs as it likes, and none knows of the others.
class ManyModelsTests {
    private static final int MODELS = 128;
    private static final long ABORT = 0x1;
    private static final long BYPASS = 0x9;
    private static final long SHAREABILITY_AS_INCOMING = 1L << 44;

    private final Machine machine = new Machine();
    private final Outcome outcome = new Outcome();

    private IommuModel model(int number) {
        long table = Machine.RAM + 0x1000L * number;
        machine.put(table, number % 2 == 0 ? BYPASS : ABORT, SHAREABILITY_AS_INCOMING);
        IommuModel model = TestedModels.of("smmuv3-3.3", 16, machine.surroundings());
        model.write(StrtabBase.OFFSET, 8, table);
        model.write(StrtabBaseCfg.OFFSET, 4, 0);
        model.write(Cr0.OFFSET, 4, 1);
        return model;
    }

    @Test
    void eachFollowsItsOwnTableInTheSameMemory() {
        List<IommuModel> models = new ArrayList<>();
        for (int i = 0; i < MODELS; i++) {
            models.add(model(i));
        }

        for (int i = 0; i < MODELS; i++) {
            long answer = models.get(i).translate(0, -1, 0x1234, Access.READ, outcome);

            assertThat(answer).as("model %d", i).isEqualTo(i % 2 == 0 ? 0x1234 : Outcome.ABORT);
        }
    }
}
