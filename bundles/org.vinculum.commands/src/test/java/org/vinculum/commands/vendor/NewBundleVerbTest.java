package org.vinculum.commands.vendor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vinculum.commands.FakeParts;
import org.vinculum.commands.Session;
import org.vinculum.commands.Session.Outcome;

class NewBundleVerbTest {
    private static final String SOURCE = "src/main/java/com/acme/smmu/VariantProfile.java";

    @TempDir Path folder;
    private Session session;

    @BeforeEach
    void prepare() throws IOException {
        session = new Session(folder, new FakeParts());
        Kit.in(session.distribution());
    }

    private List<String> content(Path root) throws IOException {
        try (Stream<Path> paths = Files.walk(root)) {
            return paths.filter(Files::isRegularFile)
                    .map(path -> root.relativize(path).toString())
                    .sorted()
                    .toList();
        }
    }

    @Test
    void theFolderHasTheExampleUnderItsNewNameAndTheRepository() throws IOException {
        Outcome outcome = session.run("new-bundle com.acme.smmu");

        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.exit()).isZero();
        assertThat(content(session.path("com.acme.smmu")))
                .containsExactly(
                        ".gitignore", "pom.xml", "repository/org/vinculum/a/1/a-1.jar", SOURCE);
        assertThat(session.read("com.acme.smmu/pom.xml"))
                .isEqualTo("<artifactId>com.acme.smmu</artifactId>\n");
    }

    @Test
    void aPackageOfItsOwnIsInTheCodeAndNotInTheNames() throws IOException {
        session.run("new-bundle --package com.acme.smmu --out made Acme-SMMU.v2");

        assertThat(session.read("made/" + SOURCE))
                .isEqualTo(
                        """
                        package com.acme.smmu;

                        import static com.acme.smmu.MarkPart.MARK;

                        @Component(name = "Acme-SMMU.v2.profile")
                        class VariantProfile {
                            String name = "acme-smmu-v2"; // src/main/java/com/acme/smmu
                        }
                        """);
    }

    @Test
    void jarsKeepEveryByte() throws IOException {
        session.run("new-bundle com.acme.smmu");

        assertThat(session.path("com.acme.smmu/repository/org/vinculum/a/1/a-1.jar"))
                .hasBinaryContent(Kit.JAR);
    }

    @Test
    void theAnswerIsWhatToTypeNext() {
        assertThat(session.run("new-bundle --out made com.acme.smmu").out())
                .isEqualTo(
                        """
                        written to made; README.md says what is in it

                          cd made
                          mvn verify
                          cp target/com.acme.smmu-1.0.0.jar DIR/deploy/
                        """);
    }

    @Test
    void anEmptyFolderIsFilledAndStaysTheSameOne() throws IOException {
        Path made = Files.createDirectory(session.path("made"));
        Object before = Files.getAttribute(made, "unix:ino");

        Outcome outcome = session.run("new-bundle --out made com.acme.smmu");

        assertThat(outcome.exit()).isZero();
        assertThat(content(made)).contains("pom.xml", SOURCE);
        assertThat(Files.getAttribute(made, "unix:ino")).isEqualTo(before);
    }

    @Test
    void missingFoldersAboveItAreMade() throws IOException {
        assertThat(session.run("new-bundle --out a/b/made com.acme.smmu").exit()).isZero();
        assertThat(content(session.path("a"))).contains("b/made/pom.xml");
    }

    @Test
    void aFolderThatIsNotEmptyStaysAsItIs() throws IOException {
        Path made = Files.createDirectory(session.path("made"));
        Files.writeString(made.resolve("mine"), "mine");

        Outcome outcome = session.run("new-bundle --out made com.acme.smmu");

        assertThat(outcome.exit()).isEqualTo(2);
        assertThat(outcome.err()).contains("made is not empty").doesNotContain("failure");
        assertThat(content(made)).containsExactly("mine");
    }

    @Test
    void aFileInItsPlaceStays() {
        session.file("made", "mine");

        Outcome outcome = session.run("new-bundle --out made com.acme.smmu");

        assertThat(outcome.exit()).isEqualTo(2);
        assertThat(outcome.err()).contains("made is there already and no folder");
        assertThat(session.read("made")).isEqualTo("mine");
    }

    @Test
    void aPlaceThatTakesNoFilesIsNamed() {
        Outcome outcome = session.run("new-bundle --out /proc/made com.acme.smmu");

        assertThat(outcome.exit()).isEqualTo(2);
        assertThat(outcome.err()).startsWith("vinculum: /proc/made: cannot be written");
    }

    @Test
    void nothingIsMadeBelowAFile() {
        session.file("mine", "mine");

        Outcome outcome = session.run("new-bundle --out mine/made com.acme.smmu");

        assertThat(outcome.exit()).isEqualTo(2);
        assertThat(outcome.err()).contains("cannot be written");
        assertThat(folder).isDirectoryNotContaining("glob:**.new");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "acme..smmu",
                ".acme",
                "acme.",
                "-acme",
                "ac/me",
                "../acme",
                "ac:me",
                "äcme",
                "a.-b"
            })
    void aNameThatIsNoSymbolicNameIsRefused(String name) {
        Outcome outcome = session.run("new-bundle -- " + name);

        assertThat(outcome.exit()).isEqualTo(2);
        assertThat(outcome.err())
                .isEqualTo(
                        "vinculum: expected a symbolic name such as com.acme.smmu, found '"
                                + name
                                + "'\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"org.vinculum", "org.vinculum.smmu"})
    void ourOwnNamesAreRefused(String name) {
        assertThat(session.run("new-bundle " + name).err()).contains("the platform's own");
    }

    @ParameterizedTest
    @ValueSource(strings = {"com.acme.new", "3com.smmu", "java.smmu"})
    void aNameThatGivesNoPackageNeedsOne(String name) {
        Outcome without = session.run("new-bundle " + name);
        Outcome with = session.run("new-bundle --package acme " + name);

        assertThat(without.exit()).isEqualTo(2);
        assertThat(without.err()).contains("say one with --package");
        assertThat(with.exit()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"com.acme.", "a b", "com.class", "java.lang", "com/acme", "a-b"})
    void whatJavaTakesForNoPackageIsRefused(String name) {
        Outcome outcome =
                session.run("new-bundle com.acme.smmu --package=" + name.replace(' ', '~'));

        assertThat(outcome.exit()).isEqualTo(2);
        assertThat(outcome.err()).contains("expected a Java package");
        assertThat(session.path("com.acme.smmu")).doesNotExist();
    }

    @Test
    void aDistributionWithoutTheKitIsOurFailure() throws IOException {
        Session bare = new Session(Files.createDirectory(folder.resolve("bare")), new FakeParts());

        Outcome outcome = bare.run("new-bundle com.acme.smmu");

        assertThat(outcome.exit()).isEqualTo(3);
        assertThat(outcome.err()).contains("the distribution lacks");
    }
}
