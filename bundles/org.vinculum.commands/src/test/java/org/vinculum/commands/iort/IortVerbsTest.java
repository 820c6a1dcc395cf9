package org.vinculum.commands.iort;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vinculum.acpi.model.IortCodec;
import org.vinculum.commands.FakeParts;
import org.vinculum.commands.Session;
import org.vinculum.commands.Session.Outcome;

class IortVerbsTest {
    @TempDir Path folder;

    private final FakeParts parts = new FakeParts().with(IortCodec.class, new FakeTableCodec());
    private Session session;

    @BeforeEach
    void userWithATable() {
        session = new Session(folder, parts).file("a.dat", "IORT one").file("a.json", "{two}");
    }

    @Test
    void decodePrintsTheTableAsJson() {
        Outcome outcome = session.run("iort decode a.dat");

        assertThat(outcome.exit()).isZero();
        assertThat(outcome.out()).isEqualTo("{one}\n");
        assertThat(outcome.err()).isEmpty();
    }

    @Test
    void encodeWritesTheTable() {
        Outcome outcome = session.run("iort encode a.json out.dat");

        assertThat(outcome.exit()).isZero();
        assertThat(outcome.out()).isEmpty();
        assertThat(session.read("out.dat")).isEqualTo("IORT two");
    }

    @Test
    void aDashIsStandardInputAndOutput() {
        assertThat(session.standardInput("IORT piped").run("iort decode -").out())
                .isEqualTo("{piped}\n");
        assertThat(session.standardInput("{piped}").run("iort encode - -").out())
                .isEqualTo("IORT piped");
    }

    @Test
    void whatIsNoTableIsUnusable() {
        Outcome outcome = session.run("iort decode a.json");

        assertThat(outcome.exit()).isEqualTo(2);
        assertThat(outcome.err())
                .contains("a.json: offset 0x0: expected the signature IORT, found {two}");
    }

    @Test
    void aMistakeInTheJsonIsToldWithItsPlaceAndNothingIsWritten() {
        Outcome outcome = session.run("iort encode a.dat out.dat");

        assertThat(outcome.exit()).isEqualTo(2);
        assertThat(outcome.err()).contains("a.dat:1:1: expected an object, found IORT one");
        assertThat(session.path("out.dat")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "iort",
                "iort decode",
                "iort decode a.dat b.dat",
                "iort decode missing.dat",
                "iort decode --max-size 3 a.dat",
                "iort encode a.json",
                "iort encode a.json a.json",
                "iort encode - -x"
            })
    void whatMakesNoSenseIsRefused(String words) {
        Outcome outcome = session.run(words);

        assertThat(outcome.exit()).isEqualTo(2);
        assertThat(outcome.err()).startsWith("vinculum: ");
        assertThat(session.read("a.json")).isEqualTo("{two}");
    }

    @Test
    void withoutACodecTheMissingPartIsNamed() {
        Outcome outcome = new Session(folder, new FakeParts()).run("iort decode a.dat");

        assertThat(outcome.exit()).isEqualTo(3);
        assertThat(outcome.err()).contains("IortCodec").contains("org.vinculum.acpi.iort");
    }
}
