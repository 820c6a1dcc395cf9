package org.vinculum.scenario.play;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.vinculum.iommu.Outcome;
import org.vinculum.scenario.model.Mismatch;

/// Models that are wrong on purpose: each one must be caught.
class WrongModelsTest {
    private static final String READ =
            "{\"dma\":\"r\",\"sid\":8,\"addr\":\"0x80000000\",\"fault\":\"abort\"}\n";

    @Test
    void aModelThatForgetsAnEventIsCaught() {
        assertThat(
                        Played.mismatch(
                                (around, ids) ->
                                        new BypassModel(around, ids) {
                                            @Override
                                            void recordEvent(
                                                    int streamId,
                                                    long address,
                                                    int access,
                                                    long stall) {}
                                        },
                                READ + "{\"events\":[{\"type\":\"F_TRANSLATION\",\"rnw\":1}]}"))
                .contains(new Mismatch(8, "event 1: type F_TRANSLATION rnw 0x1", "no such event"));
    }

    @Test
    void aModelThatTakesReadsForWritesIsCaught() {
        assertThat(
                        Played.mismatch(
                                (around, ids) ->
                                        new BypassModel(around, ids) {
                                            @Override
                                            void recordEvent(
                                                    int streamId,
                                                    long address,
                                                    int access,
                                                    long stall) {
                                                super.recordEvent(streamId, address, 2, stall);
                                            }
                                        },
                                READ + "{\"events\":[{\"type\":\"F_TRANSLATION\",\"rnw\":1}]}"))
                .contains(
                        new Mismatch(
                                8,
                                "event 1: type F_TRANSLATION rnw 0x1",
                                "event 1: type F_TRANSLATION rnw 0x0"));
    }

    @Test
    void aModelThatLeavesCommandsInTheQueueIsCaught() {
        assertThat(
                        Played.mismatch(
                                (around, ids) ->
                                        new BypassModel(around, ids) {
                                            @Override
                                            public boolean process(int budget) {
                                                return false;
                                            }
                                        },
                                "{\"cmd\":[\"0x46\",\"0x0\"],\"cerror\":0}"))
                .contains(new Mismatch(7, "all commands consumed", "1 between CONS and PROD"));
    }

    @Test
    void aModelThatNeverSettlesIsCaught() {
        assertThat(
                        Played.mismatch(
                                        (around, ids) ->
                                                new BypassModel(around, ids) {
                                                    @Override
                                                    public boolean process(int budget) {
                                                        return true;
                                                    }
                                                },
                                        "")
                                .orElseThrow())
                .returns(1, Mismatch::line)
                .returns("more to do", Mismatch::found);
    }

    @Test
    void aModelThatThrowsIsCaught() {
        assertThat(
                        Played.mismatch(
                                (around, ids) ->
                                        new BypassModel(around, ids) {
                                            @Override
                                            public long translate(
                                                    int streamId,
                                                    int substreamId,
                                                    long address,
                                                    int access,
                                                    Outcome outcome) {
                                                throw new IllegalStateException("no");
                                            }
                                        },
                                READ))
                .contains(
                        new Mismatch(
                                7, "a model that answers", "java.lang.IllegalStateException: no"));
    }

    @Test
    void aModelThatEndsAStallTwiceIsCaught() {
        assertThat(Played.mismatch("{\"resume\":7,\"sid\":8,\"action\":\"abort\"}").orElseThrow())
                .returns("stalls that end once", Mismatch::expected);
    }

    @Test
    void aModelThatRefusesItsIdentificationHasFailedTheScenario() {
        assertThat(
                        Played.mismatch(
                                (_, _) -> {
                                    throw new IllegalArgumentException("IDR0 0x1 is too much");
                                },
                                READ))
                .contains(
                        new Mismatch(
                                1,
                                "a model that advertises what \"idr\" says",
                                "IDR0 0x1 is too much"));
    }
}
