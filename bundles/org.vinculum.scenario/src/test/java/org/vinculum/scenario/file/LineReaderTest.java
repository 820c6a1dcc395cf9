package org.vinculum.scenario.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.vinculum.firmware.InputFile;
import org.vinculum.iommu.Access;
import org.vinculum.scenario.line.Action;
import org.vinculum.scenario.line.Answer;
import org.vinculum.scenario.line.Interrupt;
import org.vinculum.scenario.line.Line;
import org.vinculum.scenario.line.Stag;
import org.vinculum.scenario.line.Step;
import org.vinculum.scenario.line.Transaction;
import org.vinculum.scenario.record.EventField;
import org.vinculum.scenario.record.ExpectedRecord;

/// Text in, lines out.
class LineReaderTest {
    private static Line line(String text) {
        return reader(text).next().orElseThrow().line();
    }

    private static LineReader reader(String text) {
        return new LineReader(InputFile.of("s.jsonl", text.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void aScenarioStartsWithItsNameModelAndIdentification() {
        assertThat(
                        line(
                                "{\"scenario\":\"n\",\"model\":\"smmuv3\",\"idr\":{\"IDR0\":\"0x0d44101b\",\"AIDR\":1},\"cite\":\"IHI\"}"))
                .isEqualTo(
                        new Line.Start(
                                "n",
                                Optional.of("smmuv3"),
                                new TreeMap<>(Map.of("IDR0", 0x0d44101bL, "AIDR", 1L))));
    }

    @Test
    void numbersAreUnsignedAndOfSixtyFourBits() {
        assertThat(
                        line(
                                "{\"peek\":18446744073709551615,\"words\":[\"0xffffffffffffffff\",\"0x0A\",10]}"))
                .isEqualTo(new Line.Peek(-1, List.of(-1L, 10L, 10L)));
    }

    @Test
    void memoryIsWrittenAsBytesOrAsLittleEndianWords() {
        assertThat(((Line.Store) line("{\"mem\":1,\"hex\":\"0100fF\"}")).bytes())
                .containsExactly(1, 0, 0xff);
        assertThat(((Line.Store) line("{\"mem\":1,\"words\":[\"0x0807060504030201\"]}")).bytes())
                .containsExactly(1, 2, 3, 4, 5, 6, 7, 8);
    }

    @Test
    void ramIsWholePages() {
        assertThat(line("{\"ram\":\"0x40000000\",\"size\":\"0x1000\"}"))
                .isEqualTo(new Line.Memory(0x4000_0000L, 0x1000));
    }

    @Test
    void registersAreReadUnderAMaskOfOnesUnlessOneIsGiven() {
        assertThat(line("{\"read\":\"0x24\",\"width\":4,\"expect\":\"0xd\"}"))
                .isEqualTo(new Line.RegisterRead(0x24, 4, 0xd, -1));
        assertThat(line("{\"read\":\"0x80\",\"width\":8,\"expect\":\"0xd\",\"mask\":\"0xf\"}"))
                .isEqualTo(new Line.RegisterRead(0x80, 8, 0xd, 0xf));
        assertThat(line("{\"write\":\"0x80\",\"width\":8,\"value\":\"0xf000000000000000\"}"))
                .isEqualTo(new Line.RegisterWrite(0x80, 8, 0xf000_0000_0000_0000L));
    }

    @Test
    void aCommandIsTwoWords() {
        assertThat(line("{\"cmd\":[\"0x46\",1],\"cerror\":2}"))
                .isEqualTo(new Line.Command(0x46, 1, OptionalInt.of(2)));
        assertThat(line("{\"cmd\":[\"0x46\",1]}"))
                .isEqualTo(new Line.Command(0x46, 1, OptionalInt.empty()));
    }

    @Test
    void theKeysOfATransactionComeInAnyOrder() {
        assertThat(
                        line(
                                "{\"pa\":\"0x40001000\",\"priv\":true,\"size\":8,\"ssid\":3,\"addr\":\"0x1000\",\"sid\":8,\"dma\":\"x\"}"))
                .isEqualTo(
                        new Line.Dma(
                                new Transaction(
                                        false,
                                        8,
                                        3,
                                        0x1000,
                                        Access.READ | Access.INSTRUCTION | Access.PRIVILEGED),
                                new Answer.Translated(0x4000_1000L),
                                Optional.empty()));
    }

    @Test
    void aTransactionMayBeTranslatedOrARequest() {
        assertThat(
                        line(
                                "{\"dma\":\"w\",\"kind\":\"translated\",\"sid\":8,\"addr\":0,\"fault\":\"stall\",\"as\":\"t\"}"))
                .isEqualTo(
                        new Line.Dma(
                                new Transaction(false, 8, -1, 0, Access.WRITE | Access.TRANSLATED),
                                Answer.Fault.STALL,
                                Optional.of("t")));
        assertThat(
                        line(
                                "{\"dma\":\"w\",\"kind\":\"ats\",\"sid\":8,\"addr\":0,\"pa\":0,\"perm\":\"wr\"}"))
                .isEqualTo(
                        new Line.Dma(
                                new Transaction(true, 8, -1, 0, Access.READ | Access.WRITE),
                                new Answer.Granted(0, "rw"),
                                Optional.empty()));
    }

    @Test
    void stallsAreNamedAndResumed() {
        assertThat(line("{\"resume\":\"$s\",\"sid\":8,\"action\":\"retry\"}"))
                .isEqualTo(new Line.Resume(new Stag.Remembered("$s"), 8, Action.RETRY));
        assertThat(line("{\"resume\":\"0x10\",\"sid\":8,\"action\":\"abort\"}"))
                .isEqualTo(new Line.Resume(new Stag.Given(16), 8, Action.ABORT));
        assertThat(line("{\"outcome\":\"t1\",\"fault\":\"abort\"}"))
                .isEqualTo(new Line.Outcome("t1", Answer.Fault.ABORT));
    }

    @Test
    void aPageRequestHasPermissionsAndAGroup() {
        assertThat(
                        line(
                                "{\"pri\":8,\"ssid\":null,\"addr\":\"0x1000\",\"perm\":\"rw\",\"group\":3,\"last\":true}"))
                .isEqualTo(
                        new Line.PageRequest(8, -1, 0x1000, Access.READ | Access.WRITE, 3, true));
    }

    @Test
    void anEventSaysWhichOfItsFieldsCount() {
        assertThat(
                        line(
                                "{\"events\":[{\"type\":\"F_TRANSLATION\",\"class\":\"TT\",\"ssid\":null,\"ipa\":\"0x5000\",\"stag\":\"$s\"}]}"))
                .isEqualTo(
                        new Line.Events(
                                List.of(
                                        new ExpectedRecord(
                                                Map.of(
                                                        EventField.TYPE, 0x10L,
                                                        EventField.CLASS, 1L,
                                                        EventField.SSID, EventField.NO_SUBSTREAM,
                                                        EventField.IPA, 0x5000L),
                                                Optional.of("$s")))));
    }

    @Test
    void interruptsAreWiresAndMessages() {
        assertThat(line("{\"irq\":[\"evtq\",\"gerror\",\"priq\",\"sync\",\"msi:0x8090040:0x20\"]}"))
                .isEqualTo(
                        new Line.Interrupts(
                                List.of(
                                        Interrupt.Wire.EVENTQ,
                                        Interrupt.Wire.GERROR,
                                        Interrupt.Wire.PRIQ,
                                        Interrupt.Wire.CMD_SYNC,
                                        new Interrupt.Message(0x8090040, 0x20))));
    }

    @Test
    void linesAreCountedAlsoWhereNothingIsOnThem() {
        LineReader reader = reader("\r\n\n{\"irq\":[]}\r\n  \n{\"events\":[]}");
        assertThat(reader.next()).contains(new Step(3, new Line.Interrupts(List.of())));
        assertThat(reader.next()).contains(new Step(5, new Line.Events(List.of())));
        assertThat(reader.next()).isEmpty();
        assertThat(reader.next()).isEmpty();
    }

    @Test
    void aLineMayNotBeTooLong() {
        assertThatThrownBy(
                        () -> line("{\"scenario\":\"" + "a".repeat(TextLines.MAX_LENGTH) + "\"}"))
                .hasMessage(
                        "s.jsonl:1:1: expected a line of at most 1048576 bytes, found a longer"
                                + " one");
    }

    @Test
    void aKeyTwiceIsAnError() {
        assertThatThrownBy(() -> line("{\"irq\":[],\"irq\":[]}"))
                .hasMessageStartingWith("s.jsonl:1:")
                .hasMessageContaining("Duplicate field 'irq'");
    }
}
