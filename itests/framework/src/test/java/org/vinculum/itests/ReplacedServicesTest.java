package org.vinculum.itests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.osgi.framework.Bundle;

/// What has no state is replaced by the framework alone, while the platform runs: the reader and the writers of device trees,
/// the checks, the ID mapper.
class ReplacedServicesTest {
    private static final Path EXAMPLE =
            Path.of(System.getProperty("vinculum.root"), "docs", "example");

    private static final String BROKEN =
            """
            package com.example.broken;

            import org.osgi.service.component.annotations.Activate;
            import org.osgi.service.component.annotations.Component;
            import org.vinculum.binding.Assignment;
            import org.vinculum.binding.Binding;
            import org.vinculum.binding.IdMapper;

            @Component(name = "com.example.broken", property = "service.ranking:Integer=100")
            public final class Broken implements IdMapper {
                @Activate
                public Broken() {
                    throw new IllegalStateException("not today");
                }

                @Override
                public String name() {
                    return "broken";
                }

                @Override
                public Binding map(Assignment assignment) {
                    throw new IllegalStateException();
                }
            }
            """;

    @TempDir Path work;
    private RunningFelix felix;
    private int runs;

    @BeforeEach
    void start() throws Exception {
        felix = RunningFelix.of(work.resolve("storage"), "core");
    }

    @AfterEach
    void stop() throws Exception {
        felix.close();
    }

    /// The guest's tree, made by way of everything here.
    private String bound() throws Exception {
        Path out = work.resolve("out" + runs++);
        RunningFelix.Answer answer =
                felix.run(
                        "bind",
                        "--host",
                        EXAMPLE.resolve("host.dts").toString(),
                        "--config",
                        EXAMPLE.resolve("guest.cfg").toString(),
                        "--partial",
                        EXAMPLE.resolve("partial.dts").toString(),
                        "--out",
                        out.toString());
        assertThat(answer.err()).isEmpty();
        assertThat(answer.exit()).isZero();
        return Files.readString(out.resolve("guest.dts"));
    }

    private String checked() throws Exception {
        return felix.run("check", EXAMPLE.resolve("host.dts").toString()).out();
    }

    @ParameterizedTest
    @ValueSource(strings = {"org.vinculum.devicetree", "org.vinculum.toolstack"})
    void anotherVersionServesBesideInPlaceOfAndAfterTheFirst(String provider) throws Exception {
        String before = bound();
        Bundle next = felix.install("next", Reversioned.bundle(provider, "2.0.0"));
        next.start();
        assertThat(bound()).isEqualTo(before);

        felix.bundle(provider).stop();
        assertThat(bound()).isEqualTo(before);

        felix.bundle(provider).start();
        next.uninstall();
        assertThat(bound()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"org.vinculum.devicetree", "org.vinculum.toolstack"})
    void aBundleThatIsUpdatedTenTimesInARowServesAfterEach(String provider) throws Exception {
        String before = bound();
        for (int i = 1; i <= 10; i++) {
            byte[] update = Reversioned.bundle(provider, "2." + i);
            felix.bundle(provider).update(new ByteArrayInputStream(update));

            assertThat(bound()).as("update %d", i).isEqualTo(before);
        }
    }

    @Test
    void checksAreUpdatedTenTimesInARow() throws Exception {
        String before = checked();
        assertThat(before).isNotEmpty();
        for (int i = 1; i <= 10; i++) {
            byte[] update = Reversioned.bundle("org.vinculum.checks", "2." + i);
            felix.bundle("org.vinculum.checks").update(new ByteArrayInputStream(update));

            assertThat(checked()).as("update %d", i).isEqualTo(before);
        }
    }

    @Test
    void aBetterMapperThatFailsWhenItIsActivatedLeavesTheOtherAtWork() throws Exception {
        String before = bound();
        byte[] jar = MadeBundle.of(work, "com.example.broken", "Broken", BROKEN);
        Bundle broken = felix.install("broken", jar);

        assertThatCode(broken::start).doesNotThrowAnyException();

        assertThat(bound()).isEqualTo(before);
        broken.uninstall();
        assertThat(bound()).isEqualTo(before);
    }
}
