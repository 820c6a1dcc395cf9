package org.vinculum.scenario.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.vinculum.firmware.InputFile;
import org.vinculum.iommu.Access;
import org.vinculum.iommu.InterruptLines;
import org.vinculum.memory.AddressRange;
import org.vinculum.scenario.file.LineReader;
import org.vinculum.scenario.line.Answer;
import org.vinculum.scenario.line.Line;
import org.vinculum.scenario.line.Step;
import org.vinculum.scenario.model.Ending;
import org.vinculum.scenario.model.Interrupt;
import org.vinculum.scenario.model.Recording;
import org.vinculum.scenario.model.ScenarioRecorder.Start;
import org.vinculum.scenario.model.Transaction;

/// Calls in, text out, which the project's own reader understands.
class JsonLinesRecordingTest {
    private static final Start START =
            new Start(
                    "n",
                    "smmuv3-3.2",
                    new TreeMap<>(Map.of("IDR1", 0x2730010L, "AIDR", 2L)),
                    "a \"live\" run");

    private final ByteArrayOutputStream file = new ByteArrayOutputStream();

    /// The lines after the first.
    private List<String> text(Consumer<Recording> recorded) {
        try (Recording recording = new JsonLinesRecording(file, START)) {
            recorded.accept(recording);
        }
        return file.toString(StandardCharsets.UTF_8).lines().skip(1).toList();
    }

    /// What the reader makes of them.
    private List<Line> read(Consumer<Recording> recorded) {
        text(recorded);
        LineReader reader = new LineReader(InputFile.of("t.jsonl", file.toByteArray()));
        List<Line> lines = new ArrayList<>();
        for (Optional<Step> step = reader.next(); step.isPresent(); step = reader.next()) {
            lines.add(step.get().line());
        }
        return lines.subList(1, lines.size());
    }

    private static Transaction transaction(boolean request, int substreamId, int access, int size) {
        return new Transaction(request, -1, substreamId, 0x1ffc, access, size, Optional.empty());
    }

    @Test
    void theFirstLineSaysWhichMachineItIs() {
        text(_ -> {});

        assertThat(file.toString(StandardCharsets.UTF_8))
                .isEqualTo(
                        """
                        {"scenario":"n","model":"smmuv3-3.2","idr":{"AIDR":2,"IDR1":"0x2730010"},"cite":"a \\"live\\" run"}
                        """);
    }

    @Test
    void memoryIsLittleEndianWords() {
        assertThat(
                        text(r -> {
                            r.ram(AddressRange.of(0x4000_0000L, 0x1000));
                            r.store(0x4000_0008L, -1, 0);
                            r.peek(0x4000_0010L, 0x0807_0605_0403_0201L);
                        }))
                .containsExactly(
                        "{\"ram\":\"0x40000000\",\"size\":\"0x1000\"}",
                        "{\"mem\":\"0x40000008\",\"words\":[\"0xffffffffffffffff\",0]}",
                        "{\"peek\":\"0x40000010\",\"words\":[\"0x807060504030201\"]}");
    }

    @Test
    void manyWordsAreSeveralLines() {
        long[] words = new long[200];
        words[199] = 7;
        List<Line> lines = read(r -> r.store(0x1000, words));

        assertThat(lines).hasSize(4);
        assertThat(lines.getLast())
                .isInstanceOfSatisfying(
                        Line.Store.class,
                        store -> {
                            assertThat(store.address()).isEqualTo(0x1000 + 192 * 8);
                            assertThat(store.bytes()).hasSize(64).endsWith(7, 0, 0, 0, 0, 0, 0, 0);
                        });
    }

    @Test
    void registersAreAsWideAsTheAccess() {
        assertThat(
                        text(r -> {
                            r.write(0x20, 4, -1);
                            r.write(0x80, 8, -1);
                            r.read(0x24, 4, 0xd, 0xffff_ffffL);
                            r.read(0x60, 4, 1, 0xff);
                            r.read(0x90, 8, 16, -1);
                        }))
                .containsExactly(
                        "{\"write\":\"0x20\",\"width\":4,\"value\":\"0xffffffff\"}",
                        "{\"write\":\"0x80\",\"width\":8,\"value\":\"0xffffffffffffffff\"}",
                        "{\"read\":\"0x24\",\"width\":4,\"expect\":\"0xd\"}",
                        "{\"read\":\"0x60\",\"width\":4,\"expect\":1,\"mask\":\"0xff\"}",
                        "{\"read\":\"0x90\",\"width\":8,\"expect\":\"0x10\"}");
    }

    @Test
    void commandsHaveAnErrorWhereOneIsKnown() {
        assertThat(
                        text(r -> {
                            r.command(0x46, 0, OptionalInt.of(0));
                            r.command(0xff, -1, OptionalInt.empty());
                        }))
                .containsExactly(
                        "{\"cmd\":[\"0x46\",0],\"cerror\":0}",
                        "{\"cmd\":[\"0xff\",\"0xffffffffffffffff\"]}");
    }

    @Test
    void transactionsEndWithAnAddressOrAFault() {
        assertThat(
                        text(r -> {
                            r.transaction(
                                    transaction(false, -1, Access.READ, 4),
                                    new Ending.Translated(0x5ffc));
                            r.transaction(
                                    transaction(false, 3, Access.WRITE | Access.PRIVILEGED, 1),
                                    Ending.Refused.ABORT);
                            r.transaction(
                                    transaction(
                                            false,
                                            0,
                                            Access.READ | Access.INSTRUCTION | Access.TRANSLATED,
                                            4),
                                    Ending.Refused.RAZWI);
                            r.transaction(
                                    transaction(true, -1, Access.READ, 4),
                                    new Ending.Granted(0x5000, Access.READ | Access.WRITE));
                            r.transaction(
                                    transaction(true, -1, Access.WRITE, 4),
                                    Ending.Refused.ATS_DENIED);
                        }))
                .containsExactly(
                        "{\"dma\":\"r\",\"sid\":\"0xffffffff\",\"addr\":\"0x1ffc\",\"pa\":\"0x5ffc\"}",
                        "{\"dma\":\"w\",\"sid\":\"0xffffffff\",\"ssid\":3,\"addr\":\"0x1ffc\",\"priv\":true,"
                            + "\"size\":1,\"fault\":\"abort\"}",
                        "{\"dma\":\"x\",\"sid\":\"0xffffffff\",\"ssid\":0,\"addr\":\"0x1ffc\","
                                + "\"kind\":\"translated\",\"fault\":\"razwi\"}",
                        "{\"dma\":\"r\",\"sid\":\"0xffffffff\",\"addr\":\"0x1ffc\",\"kind\":\"ats\","
                            + "\"pa\":\"0x5000\",\"perm\":\"rw\"}",
                        "{\"dma\":\"w\",\"sid\":\"0xffffffff\",\"addr\":\"0x1ffc\",\"kind\":\"ats\","
                            + "\"fault\":\"ats-denied\"}");
    }

    @Test
    void theReaderMeansTheSameTransaction() {
        Transaction sent = transaction(true, 3, Access.WRITE | Access.PRIVILEGED, 2);

        assertThat(read(r -> r.transaction(sent, new Ending.Granted(0x5000, Access.READ))))
                .containsExactly(
                        new Line.Dma(
                                new org.vinculum.scenario.line.Transaction(
                                        true, -1, 3, 0x1ffc, sent.access()),
                                new Answer.Granted(0x5000, "r"),
                                Optional.empty()));
    }

    @Test
    void aTransactionThatWaitsHasAName() {
        Transaction sent = transaction(false, -1, Access.READ, 4).named("t1");

        assertThat(
                        text(r -> {
                            r.transaction(sent, Ending.Refused.STALL);
                            r.outcome("t1", new Ending.Translated(0x5ffc));
                        }))
                .containsExactly(
                        "{\"dma\":\"r\",\"sid\":\"0xffffffff\",\"addr\":\"0x1ffc\",\"as\":\"t1\",\"fault\":\"stall\"}",
                        "{\"outcome\":\"t1\",\"pa\":\"0x5ffc\"}");
    }

    @Test
    void pageRequestsHaveTheirGroup() {
        assertThat(text(r -> r.pageRequest(8, -1, 0x5000, Access.READ | Access.WRITE, 17, true)))
                .containsExactly(
                        "{\"pri\":8,\"addr\":\"0x5000\",\"perm\":\"rw\",\"group\":\"0x11\",\"last\":true}");
    }

    @Test
    void interruptsAreWiresAndMessages() {
        assertThat(
                        text(r ->
                                r.interrupts(
                                        List.of(
                                                new Interrupt.Wired(InterruptLines.Line.EVENTQ),
                                                new Interrupt.Wired(InterruptLines.Line.GERROR),
                                                new Interrupt.Wired(InterruptLines.Line.PRIQ),
                                                new Interrupt.Wired(InterruptLines.Line.CMD_SYNC),
                                                new Interrupt.Message(0x809_0040L, -1)))))
                .containsExactly(
                        "{\"irq\":[\"evtq\",\"gerror\",\"priq\",\"sync\",\"msi:0x8090040:0xffffffff\"]}");
    }

    @Test
    void theFileEndsWithAWholeLineBeforeItIsTooLongForAReader() {
        long[] words = new long[0x1_0000];
        Arrays.fill(words, -1);
        try (Recording recording = new JsonLinesRecording(file, START)) {
            for (int i = 0; i < 20; i++) {
                recording.store(0x1000, words);
            }
            recording.write(0x20, 4, 1);
            assertThat(recording.isFull()).isTrue();
            assertThat(recording.size()).isEqualTo(file.size());
        }

        assertThat(file.size())
                .isLessThanOrEqualTo(InputFile.DEFAULT_CAP)
                .isGreaterThan(InputFile.DEFAULT_CAP - 2000);
        assertThat(file.toString(StandardCharsets.UTF_8)).endsWith("]}\n").doesNotContain("write");
    }

    @Test
    void aDiskThatIsFullIsSaid() {
        OutputStream broken =
                new OutputStream() {
                    @Override
                    public void write(int b) throws IOException {
                        throw new IOException("no space left");
                    }
                };

        assertThatThrownBy(() -> new JsonLinesRecording(broken, START))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("no space left");
    }
}
