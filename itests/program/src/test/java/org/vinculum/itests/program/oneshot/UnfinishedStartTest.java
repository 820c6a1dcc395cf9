package org.vinculum.itests.program.oneshot;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vinculum.itests.program.distribution.Answer;
import org.vinculum.itests.program.distribution.BuiltDistribution;
import org.vinculum.itests.program.distribution.Program;

/// A distribution in which a part is missing says which, and ends with 3.
class UnfinishedStartTest {
    private static final String HOST = BuiltDistribution.INPUTS.resolve("host.dts").toString();

    @TempDir Path folder;
    private Path home;

    @BeforeEach
    void copy() throws Exception {
        home = folder.resolve("vinculum");
        Path built = BuiltDistribution.DISTRIBUTION.home();
        assertThat(program().command(List.of("cp", "-a", built.toString(), home.toString())).code())
                .isZero();
    }

    private Program program() {
        return new Program(home.resolve("bin/vinculum"), folder);
    }

    private void without(String bundle) throws Exception {
        int removed = 0;
        for (String feature : BuiltDistribution.DISTRIBUTION.featureNames()) {
            Path list = home.resolve("features").resolve(feature + ".list");
            List<String> lines = Files.readAllLines(list);
            List<String> rest = lines.stream().filter(line -> !line.contains(bundle)).toList();
            Files.write(list, rest);
            removed += lines.size() - rest.size();
        }
        assertThat(removed).isPositive();
    }

    @Test
    void aVerbNamesTheBundleAndThePackageItLacks() throws Exception {
        without("org.vinculum.binding");

        Answer answer = program().run("inspect", HOST);

        assertThat(answer.code()).isEqualTo(3);
        assertThat(answer.out()).isEmpty();
        assertThat(answer.err())
                .contains("the start did not finish")
                .contains("org.vinculum.toolstack")
                .contains("needs package org.vinculum.binding [1.")
                .contains("; there is none")
                .doesNotContain("\tat ", "osgi.wiring.package");
    }

    @Test
    void aRunEndsInsteadOfStayingUpHalf() throws Exception {
        without("org.vinculum.binding");

        Answer answer = program().run("run", folder.resolve("board").toString());

        assertThat(answer.code()).isEqualTo(3);
        assertThat(answer.err())
                .contains("org.vinculum.toolstack")
                .contains("org.vinculum.binding");
    }

    @Test
    void withoutTheCommandLineTheUnsatisfiedComponentsAreListed() throws Exception {
        without("org.vinculum.commands");
        without("org.vinculum.devicetree-");

        Answer answer = program().run("inspect", HOST);

        assertThat(answer.code()).isEqualTo(3);
        assertThat(answer.err())
                .contains("no bundle offers the command line")
                .contains("org.vinculum.toolstack.binder")
                .contains("DeviceTreeCodec");
    }
}
