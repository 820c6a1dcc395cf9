package org.vinculum.commands.dt;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vinculum.commands.FakeParts;
import org.vinculum.commands.Session;
import org.vinculum.commands.Session.Outcome;
import org.vinculum.devicetree.model.DeviceTreeCodec;

class ConvertVerbTest {
    @TempDir Path folder;

    private final FakeParts parts = new FakeParts().with(DeviceTreeCodec.class, new FakeCodec());
    private Session session;

    @BeforeEach
    void userWithATree() {
        session = new Session(folder, parts).file("a.dtb", "DTB tree").file("a.dts", "DTS tree");
    }

    @ParameterizedTest
    @CsvSource({
        "a.dtb out.dts,DTS tree",
        "a.dts out.dtb,DTB tree",
        "a.dtb out.json,JSON tree",
        "-O dtb a.dts out.dts,DTB tree",
        "-@ -p 16 a.dts out.dtb,DTB tree symbols pad 16",
        "--lossless a.dtb out.dtb,rewritten DTB tree"
    })
    void theOutputIsWhatTheOptionsAndTheEndingSay(String words, String content) {
        Outcome outcome = session.run("dt convert " + words);

        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.exit()).isZero();
        assertThat(session.read(words.substring(words.lastIndexOf(' ') + 1))).isEqualTo(content);
    }

    @Test
    void aDashIsStandardInputAndOutput() {
        Outcome outcome = session.standardInput("DTB piped").run("dt convert - -");

        assertThat(outcome.exit()).isZero();
        assertThat(outcome.out()).isEqualTo("DTS piped");
    }

    @Test
    void theFormatGivenBeatsTheOneRecognised() {
        Outcome outcome = session.run("dt convert -I dtb a.dts -");

        assertThat(outcome.exit()).isEqualTo(2);
        assertThat(outcome.err()).contains("a.dts: expected DTB, found DTS tree");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-O dtc a.dtb x.dts",
                "a.dtb x.bin",
                "-p many a.dtb x.dtb",
                "-p -1 a.dtb x.dtb",
                "--lossless a.dts x.dtb",
                "--lossless -O dts a.dtb x.dts",
                "--lossless -p 8 a.dtb x.dtb",
                "--max-size much a.dtb x.dtb",
                "a.dtb a.dtb",
                "a.dtb"
            })
    void whatMakesNoSenseIsRefusedBeforeAnythingIsWritten(String words) {
        Outcome outcome = session.run("dt convert " + words);

        assertThat(outcome.exit()).isEqualTo(2);
        assertThat(outcome.err()).startsWith("vinculum: ");
        assertThat(session.path("x.dtb")).doesNotExist();
        assertThat(session.read("a.dtb")).isEqualTo("DTB tree");
    }

    @Test
    void anInputLargerThanTheCapIsRefusedAndTheCapCanBeRaised() {
        assertThat(session.run("dt convert --max-size 4 a.dtb -").err())
                .contains("expected at most 4 bytes, found more");
        assertThat(session.run("dt convert --max-size 1K a.dtb -").exit()).isZero();
    }

    @Test
    void withoutACodecTheMissingPartIsNamed() {
        Outcome outcome = new Session(folder, new FakeParts()).run("dt convert a.dtb -");

        assertThat(outcome.exit()).isEqualTo(3);
        assertThat(outcome.err()).contains("DeviceTreeCodec").contains("org.vinculum.devicetree");
    }

    @Test
    void dtAloneAsksForAVerb() {
        Outcome outcome = session.run("dt");

        assertThat(outcome.exit()).isEqualTo(2);
        assertThat(outcome.err()).contains("convert");
    }
}
