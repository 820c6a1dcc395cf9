package org.vinculum.commands.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vinculum.commands.FakeParts;
import org.vinculum.commands.Schemas;
import org.vinculum.commands.Session;
import org.vinculum.commands.Session.Outcome;
import org.vinculum.iommu.IommuModelFactory;

class ModelsVerbTest {
    @TempDir Path folder;

    private final FakeParts parts =
            new FakeParts()
                    .with(IommuModelFactory.class, new FakeModel("thunderx2", Map.of("OAS", "48")))
                    .with(
                            IommuModelFactory.class,
                            new FakeModel("mmu-600-r0p0", Map.of("S2P", "no")));

    private Outcome run(String line) {
        return new Session(folder, parts).run(line);
    }

    @Test
    void modelsAreListedByNameWithWhatTheyCanDo() {
        Outcome outcome = run("models");

        assertThat(outcome.exit()).isZero();
        assertThat(outcome.out())
                .isEqualTo(
                        """
                        model         kind    version  ranking
                        mmu-600-r0p0  smmuv3  1.2.3    0
                        thunderx2     smmuv3  1.2.3    0

                        feature  mmu-600-r0p0  thunderx2
                        S2P      no            -
                        OAS      -             48
                        """);
    }

    @Test
    void manyModelsStandInSeveralTables() {
        for (int i = 0; i < 5; i++) {
            parts.with(IommuModelFactory.class, new FakeModel("smmuv3-3." + i, Map.of()));
        }

        assertThat(run("models").out().lines().filter(line -> line.startsWith("feature")))
                .hasSize(2);
    }

    @Test
    void theJsonReportKeepsToItsSchemaAndSaysTheSame() {
        Outcome outcome = run("models --json");

        assertThat(Schemas.violations("models", outcome.bytes())).isEmpty();
        assertThat(outcome.out())
                .contains("\"name\": \"thunderx2\"", "\"ranking\": 0", "\"OAS\": \"48\"");
    }

    @Test
    void withoutAModelThePartThatIsMissingIsNamed() {
        parts.without(IommuModelFactory.class);

        Outcome outcome = run("models");

        assertThat(outcome.exit()).isEqualTo(3);
        assertThat(outcome.err()).contains("it comes with org.vinculum.smmu");
    }
}
