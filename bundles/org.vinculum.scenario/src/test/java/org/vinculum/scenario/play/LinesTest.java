package org.vinculum.scenario.play;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.vinculum.firmware.UnreadableInputException;
import org.vinculum.scenario.model.Mismatch;

/// Every kind of line: what passes, and what it says when it does not.
class LinesTest {
    @Test
    void aTransactionMustHaveItsOutputAddress() {
        assertThat(
                        Played.mismatch(
                                "{\"dma\":\"r\",\"sid\":8,\"addr\":\"0x1000\",\"pa\":\"0x1000\"}"))
                .isEmpty();
        assertThat(
                        Played.mismatch(
                                "{\"dma\":\"r\",\"sid\":8,\"addr\":\"0x1000\",\"pa\":\"0x2000\"}"))
                .contains(new Mismatch(7, "pa 0x2000", "pa 0x1000"));
    }

    @Test
    void aTransactionThatIsTerminatedMustEndInTheSameWay() {
        assertThat(
                        Played.mismatch(
                                "{\"dma\":\"r\",\"sid\":8,\"addr\":\"0x80000000\",\"fault\":\"razwi\"}"))
                .contains(new Mismatch(7, "razwi", "abort"));
    }

    @Test
    void eventsAreComparedByTheFieldsThatAreNamed() {
        String event = "{\"dma\":\"r\",\"sid\":8,\"addr\":\"0x80000010\",\"fault\":\"abort\"}\n";
        assertThat(
                        Played.mismatch(
                                event
                                        + "{\"events\":[{\"type\":\"F_TRANSLATION\",\"sid\":8,\"ssid\":null,\"addr\":\"0x80000010\",\"rnw\":1,\"class\":\"IN\",\"stall\":0}]}\n"
                                        + "{\"events\":[]}"))
                .isEmpty();
        assertThat(
                        Played.mismatch(
                                event
                                        + "{\"events\":[{\"type\":\"F_ACCESS\",\"sid\":8,\"rnw\":1}]}"))
                .contains(
                        new Mismatch(
                                8,
                                "event 1: type F_ACCESS sid 0x8 rnw 0x1",
                                "event 1: type F_TRANSLATION sid 0x8 rnw 0x1"));
    }

    @Test
    void anEventTooFewOrTooManyIsAMismatch() {
        assertThat(Played.mismatch("{\"events\":[{\"type\":\"C_BAD_STE\"}]}"))
                .contains(new Mismatch(7, "event 1: type C_BAD_STE", "no such event"));
        assertThat(
                        Played.mismatch(
                                        "{\"dma\":\"w\",\"sid\":1,\"addr\":\"0x80000000\",\"fault\":\"abort\"}\n"
                                            + "{\"events\":[]}")
                                .orElseThrow())
                .returns("no events", Mismatch::expected)
                .extracting(Mismatch::found)
                .asString()
                .startsWith("event 1: F_TRANSLATION (0000000100000010 ");
    }

    @Test
    void theEventQueueIsDrainedAcrossItsWrap() {
        String events =
                "{\"dma\":\"r\",\"sid\":8,\"addr\":\"0x80000000\",\"fault\":\"abort\"}\n".repeat(3)
                        + "{\"events\":[{\"rnw\":1},{\"rnw\":1},{\"rnw\":1}]}\n";
        assertThat(Played.mismatch(events.repeat(5))).isEmpty();
    }

    @Test
    void theEventQueuesIndexesMayBeOnPage0() {
        assertThat(
                        Played.mismatch(
                                (around, ids) ->
                                        new BypassModel(around, ids) {
                                            @Override
                                            public long read(long offset, int width) {
                                                return offset > 0x10000
                                                        ? 0
                                                        : super.read(moved(offset), width);
                                            }

                                            @Override
                                            public void write(long offset, int width, long value) {
                                                super.write(moved(offset), width, value);
                                            }

                                            private long moved(long offset) {
                                                return offset == 0xa8 || offset == 0xac
                                                        ? offset + 0x10000
                                                        : offset;
                                            }
                                        },
                                "{\"dma\":\"r\",\"sid\":8,\"addr\":\"0x80000000\",\"fault\":\"abort\"}\n"
                                    + "{\"events\":[{\"rnw\":1}]}\n"
                                    + "{\"read\":\"0xac\",\"width\":4,\"expect\":1}"))
                .isEmpty();
    }

    @Test
    void drainingKeepsTheOverflowAcknowledgement() {
        assertThat(
                        Played.mismatch(
                                "{\"write\":\"0x100ac\",\"width\":4,\"value\":\"0x80000000\"}\n"
                                    + "{\"dma\":\"r\",\"sid\":8,\"addr\":\"0x80000000\",\"fault\":\"abort\"}\n"
                                    + "{\"events\":[{}]}\n"
                                    + "{\"read\":\"0x100ac\",\"width\":4,\"expect\":\"0x80000001\"}"))
                .isEmpty();
    }

    @Test
    void aCommandIsPutIntoTheQueueAndConsumed() {
        assertThat(
                        Played.mismatch(
                                "{\"cmd\":[\"0x46\",\"0x0\"],\"cerror\":0}\n".repeat(20)
                                        + "{\"peek\":\"0x40001000\",\"words\":[\"0x46\",0]}\n"
                                        + "{\"read\":\"0x98\",\"width\":4,\"expect\":4}"))
                .isEmpty();
    }

    @Test
    void aCommandErrorMustBeTheOneExpected() {
        assertThat(Played.mismatch("{\"cmd\":[\"0xff\",\"0x0\"],\"cerror\":1}")).isEmpty();
        assertThat(Played.mismatch("{\"cmd\":[\"0xff\",\"0x0\"],\"cerror\":2}"))
                .contains(new Mismatch(7, "CERROR 2", "CERROR 1"));
        assertThat(Played.mismatch("{\"cmd\":[\"0xff\",\"0x0\"],\"cerror\":0}"))
                .contains(new Mismatch(7, "no command queue error", "CERROR 1, active"));
        assertThat(Played.mismatch("{\"cmd\":[\"0x46\",\"0x0\"],\"cerror\":1}"))
                .contains(new Mismatch(7, "CERROR 1, active", "no active error"));
    }

    @Test
    void aCommandAfterAnErrorIsOnlyQueued() {
        assertThat(
                        Played.mismatch(
                                "{\"cmd\":[\"0xff\",\"0x0\"],\"cerror\":1}\n"
                                    + "{\"cmd\":[\"0x46\",\"0x0\"]}\n"
                                    + "{\"read\":\"0x9c\",\"width\":4,\"mask\":\"0xf\",\"expect\":0}\n"
                                    + "{\"mem\":\"0x40001000\",\"hex\":\"46\"}\n"
                                    + "{\"write\":\"0x64\",\"width\":4,\"value\":1}\n"
                                    + "{\"cmd\":[\"0x46\",\"0x0\"],\"cerror\":0}"))
                .isEmpty();
    }

    @Test
    void aFullCommandQueueIsAMismatch() {
        assertThat(
                        Played.mismatch(
                                "{\"cmd\":[\"0xff\",\"0x0\"],\"cerror\":1}\n"
                                        + "{\"cmd\":[\"0x46\",\"0x0\"]}\n".repeat(8)))
                .contains(new Mismatch(15, "room in the command queue", "a full one"));
    }

    @Test
    void interruptsAreThoseSinceTheLastSuchLine() {
        assertThat(
                        Played.mismatch(
                                "{\"irq\":[]}\n"
                                    + "{\"dma\":\"r\",\"sid\":8,\"addr\":\"0x80000000\",\"fault\":\"abort\"}\n"
                                    + "{\"cmd\":[\"0xff\",\"0x0\"],\"cerror\":1}\n"
                                    + "{\"irq\":[\"evtq\",\"gerror\"]}\n"
                                    + "{\"irq\":[\"evtq\"]}"))
                .contains(new Mismatch(11, "interrupts [evtq]", "[]"));
    }

    @Test
    void aMessageIsAnInterruptAndArrivesInMemory() {
        assertThat(
                        Played.mismatch(
                                "{\"cmd\":[\"0x1234abcd00001046\",\"0x40005000\"],\"cerror\":0}\n"
                                        + "{\"irq\":[\"msi:0x40005000:0x1234abcd\"]}\n"
                                        + "{\"peek\":\"0x40005000\",\"words\":[\"0x1234abcd\"]}"))
                .isEmpty();
    }

    @Test
    void aStalledTransactionGoesOnWhenItIsResumed() {
        assertThat(
                        Played.mismatch(
                                "{\"dma\":\"r\",\"sid\":8,\"addr\":\"0xc0000000\",\"fault\":\"stall\",\"as\":\"t\"}\n"
                                    + "{\"outcome\":\"t\",\"fault\":\"stall\"}\n"
                                    + "{\"events\":[{\"stall\":1,\"stag\":\"$a\"}]}\n"
                                    + "{\"resume\":\"$a\",\"sid\":8,\"action\":\"retry\"}\n"
                                    + "{\"outcome\":\"t\",\"pa\":\"0xc0000000\"}"))
                .isEmpty();
    }

    @Test
    void aStalledTransactionEndsAsTheCommandSays() {
        String stall =
                "{\"dma\":\"r\",\"sid\":8,\"addr\":\"0xc0000000\",\"fault\":\"stall\",\"as\":\"t\"}\n"
                    + "{\"events\":[{\"stag\":7}]}\n";
        assertThat(
                        Played.mismatch(
                                stall
                                        + "{\"resume\":7,\"sid\":8,\"action\":\"abort\"}\n"
                                        + "{\"outcome\":\"t\",\"fault\":\"abort\"}"))
                .isEmpty();
        assertThat(
                        Played.mismatch(
                                stall
                                        + "{\"resume\":7,\"sid\":8,\"action\":\"terminate\"}\n"
                                        + "{\"outcome\":\"t\",\"fault\":\"abort\"}"))
                .contains(new Mismatch(10, "abort", "razwi"));
    }

    @Test
    void anAnswerToATranslationRequestHasPermissions() {
        String request =
                "{\"dma\":\"w\",\"kind\":\"ats\",\"sid\":8,\"addr\":\"0x1000\",\"pa\":\"0x1000\"";
        assertThat(Played.mismatch(request + "}")).isEmpty();
        assertThat(Played.mismatch(request + ",\"perm\":\"wr\"}"))
                .contains(new Mismatch(7, "pa 0x1000 perm rw", "pa 0x1000 perm r"));
        assertThat(
                        Played.mismatch(
                                "{\"dma\":\"r\",\"kind\":\"ats\",\"sid\":8,\"addr\":\"0x80000000\",\"fault\":\"ats-denied\"}"))
                .isEmpty();
    }

    @Test
    void pageRequestsAreReadFromTheirQueue() {
        assertThat(
                        Played.mismatch(
                                "{\"pri\":8,\"ssid\":null,\"addr\":\"0x5000\",\"perm\":\"rw\",\"group\":3,\"last\":true}\n"
                                    + "{\"priq\":[{\"sid\":8,\"ssid\":null,\"addr\":\"0x5000\",\"perm\":\"rw\",\"group\":3,\"last\":true}]}"))
                .isEmpty();
    }

    @Test
    void memoryIsComparedByWords() {
        assertThat(
                        Played.mismatch(
                                "{\"mem\":\"0x40000ffc\",\"hex\":\"0102030405060708\"}\n"
                                    + "{\"peek\":\"0x40000ff8\",\"words\":[\"0x0403020100000000\",\"0x8070606\"]}"))
                .contains(new Mismatch(8, "memory at 0x40001000 to hold 0x8070606", "0x8070605"));
    }

    @Test
    void whatIsWrittenWhereThereIsNoRamIsLost() {
        assertThat(
                        Played.mismatch(
                                "{\"mem\":\"0x50000000\",\"hex\":\"0102\"}\n"
                                    + "{\"mem\":\"0x4ffffffc\",\"words\":[\"0x5555555544444444\"]}\n"
                                    + "{\"peek\":\"0x4ffffff8\",\"words\":[\"0x4444444400000000\"]}"))
                .isEmpty();
    }

    @Test
    void aRegisterIsComparedUnderItsMask() {
        assertThat(
                        Played.mismatch(
                                "{\"read\":\"0x0\",\"width\":4,\"expect\":\"0x30\",\"mask\":\"0xf0\"}"))
                .isEmpty();
        assertThat(Played.mismatch("{\"read\":\"0x0\",\"width\":4,\"expect\":\"0x1235\"}"))
                .contains(new Mismatch(7, "register 0x0 to read 0x1235", "0x1234"));
    }

    @Test
    void bypassIsResetToNoAbort() {
        assertThat(Played.mismatch("{\"read\":\"0x44\",\"width\":4,\"expect\":\"0x1000\"}"))
                .isEmpty();
    }

    @Test
    void aLineThatMakesNoSenseIsAMistakeOfTheFile() {
        for (String line :
                new String[] {
                    "{\"outcome\":\"t\",\"pa\":0}",
                    "{\"resume\":\"$a\",\"sid\":8,\"action\":\"retry\"}",
                    "{\"peek\":\"0x30000000\",\"words\":[0]}",
                    "{\"ram\":\"0x4f000000\",\"size\":\"0x10000000\"}",
                    "{\"ram\":\"0x100000000\",\"size\":\"0x1000000000000\"}",
                    "{\"ram\":\"0xfffffffffffff000\",\"size\":\"0x2000\"}",
                    "{\"ram\":\"0x100000000\",\"size\":0}",
                    "{\"write\":\"0x20000\",\"width\":4,\"value\":0}"
                }) {
            assertThatThrownBy(() -> Played.mismatch(line))
                    .as(line)
                    .isInstanceOf(UnreadableInputException.class)
                    .hasMessageMatching("s\\.jsonl:7:1: expected .+, found .+");
        }
    }
}
