package org.vinculum.itests.program.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vinculum.itests.program.distribution.Answer;
import org.vinculum.itests.program.distribution.BuiltDistribution;
import org.vinculum.itests.program.distribution.Program;

class SameBytesTest {
    @TempDir Path folder;

    @Test
    void aMovedDistributionThatCannotBeWrittenMakesTheSameBytes() throws Exception {
        Path moved = folder.resolve("moved here");
        Program program = new Program(moved.resolve("bin/vinculum"), folder);
        String home = BuiltDistribution.DISTRIBUTION.home().toString();
        program.command(List.of("cp", "-a", home, moved.toString()));
        program.command(List.of("chmod", "-R", "a-w", moved.toString()));
        try {
            made(program, "there");
            made(new Program(BuiltDistribution.startScript(), folder), "here");

            assertThat(content(folder.resolve("there")))
                    .containsKey("src/main/java/com/acme/smmu/VariantProfile.java")
                    .isEqualTo(content(folder.resolve("here")));
        } finally {
            program.command(List.of("chmod", "-R", "u+w", moved.toString()));
        }
    }

    private static void made(Program program, String out) throws Exception {
        Answer answer = program.run("new-bundle", "--out", out, "com.acme.smmu");
        assertThat(answer.code()).as(answer.err()).isZero();
        assertThat(answer.err()).isEmpty();
    }

    private static Map<String, String> content(Path root) throws IOException {
        Map<String, String> content = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(root)) {
            for (Path path : paths.filter(Files::isRegularFile).toList()) {
                String bytes = Files.readString(path, StandardCharsets.ISO_8859_1);
                content.put(root.relativize(path).toString(), bytes);
            }
        }
        return content;
    }
}
