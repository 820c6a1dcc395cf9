package org.vinculum.qemu.vdma;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vinculum.iommu.Outcome;

class VdmaTest extends EngineOnPages {
    @Test
    void registersShowTheEngineBeforeAnythingHappens() {
        assertThat(bench.bar.getInt(0x00)).isEqualTo(0x414d_4456);
        assertThat(bench.bar.getLong(0x20)).isZero();
        assertThat(bench.engine.poll()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "0,0,1",
        "0,0,4096",
        "0,0,16384",
        "1,0,4096",
        "0,1,4097",
        "4095,3,8190",
        "7,4089,12000",
        "4095,4095,2",
        "2048,1024,10000"
    })
    void aCopyMovesWhatItIsToldToAndNothingElse(int source, int destination, int length) {
        assertThat(bench.run(COPY, FROM + source, TO + destination, length)).isZero();

        byte[] expected = new byte[4 * PAGE];
        System.arraycopy(all(FROM), source, expected, destination, length);
        assertThat(all(TO)).isEqualTo(expected);
        assertThat(bench.refused()).isZero();
    }

    @Test
    void aCopyOfNothingIsDoneWithoutATransaction() {
        assertThat(bench.run(COPY, FROM, TO, 0)).isZero();

        assertThat(port.transactions).isZero();
    }

    @Test
    void aCopyReadsAPageAgainThatItHasJustWritten() {
        byte[] first = port.page(FROM).clone();

        assertThat(bench.run(COPY, FROM, FROM + PAGE, 3 * PAGE)).isZero();

        assertThat(port.page(FROM + 3 * PAGE)).isEqualTo(first);
    }

    @Test
    void addressesWrap() {
        port.page(-PAGE)[PAGE - 1] = 1;
        port.page(0)[0] = 2;

        assertThat(bench.run(COPY, -1, TO, 2)).isZero();

        assertThat(port.page(TO)).startsWith(1, 2, 0);
    }

    @Test
    void aReadThatIsRefusedEndsACopyWithWhatWasMovedBefore() {
        port.pages.remove(FROM + PAGE);

        assertThat(bench.run(COPY, FROM + 100, TO, 8000)).isEqualTo(1);

        assertThat(bench.refused()).isEqualTo(1);
        assertThat(port.page(TO)[PAGE - 101]).isEqualTo(port.page(FROM)[PAGE - 1]);
        assertThat(port.page(TO)[PAGE - 100]).isZero();
    }

    @Test
    void aWriteThatIsRefusedEndsACopy() {
        port.readOnly.add(TO + PAGE);

        assertThat(bench.run(COPY, FROM, TO + 1, 4 * PAGE)).isEqualTo(2);

        assertThat(bench.refused()).isEqualTo(1);
        assertThat(port.page(TO)[PAGE - 1]).isEqualTo(port.page(FROM)[PAGE - 2]);
        assertThat(port.page(TO + PAGE)).containsOnly(0);
    }

    @Test
    void theGreatestLengthEndsAtTheFirstRefusal() {
        assertThat(bench.run(COPY, FROM, TO, -1)).isEqualTo(1);

        assertThat(all(TO)).isEqualTo(all(FROM));
    }

    @Test
    void whatTheSmmuIgnoresReadsAsZeroAndIsNotWritten() {
        byte[] page = port.page(TO);
        page[0] = 5;
        port.once.put(TO, Outcome.IGNORED);
        assertThat(bench.run(COPY, FROM, TO, 1)).isZero();
        assertThat(page[0]).isEqualTo((byte) 5);

        port.once.put(FROM, Outcome.IGNORED);
        assertThat(bench.run(COPY, FROM, TO, 1)).isZero();
        assertThat(page[0]).isZero();
    }

    @Test
    void touchingReadsEveryPageOnceAndGoesOnAfterARefusal() {
        port.pages.remove(FROM);
        port.pages.remove(FROM + 2 * PAGE);

        assertThat(bench.run(TOUCH, FROM + PAGE - 1, 0, 2 * PAGE + 2)).isEqualTo(1);

        assertThat(port.transactions).isEqualTo(4);
        assertThat(bench.refused()).isEqualTo(2);
    }

    @Test
    void touchingNothingIsGood() {
        assertThat(bench.run(TOUCH, 0, 0, 0)).isZero();

        assertThat(port.transactions).isZero();
    }

    @Test
    void touchingWhatIsThereIsGood() {
        assertThat(bench.run(TOUCH, FROM, 0, 4 * PAGE)).isZero();

        assertThat(port.transactions).isEqualTo(4);
        assertThat(bench.refused()).isZero();
    }

    @Test
    void theNumberOfRefusedPagesIsThatOfTheLastOperation() {
        bench.run(TOUCH, 0, 0, 10 * PAGE);
        assertThat(bench.refused()).isEqualTo(10);

        bench.run(TOUCH, FROM, 0, PAGE);
        assertThat(bench.refused()).isZero();
    }

    @Test
    void oneLookCopies64PagesAtMost() {
        for (int i = 0; i < 130; i++) {
            port.page(FROM + i * PAGE);
            port.page(TO + i * PAGE);
        }
        bench.start(COPY, FROM, TO, 130 * PAGE);

        assertThat(bench.engine.poll()).isTrue();
        assertThat(port.transactions).isEqualTo(2 * 64);
        assertThat(bench.isDone()).isFalse();

        bench.engine.poll();
        bench.engine.poll();
        assertThat(port.transactions).isEqualTo(2 * 130);
        assertThat(bench.isDone()).isTrue();
        assertThat(bench.engine.poll()).isFalse();
    }

    @Test
    void oneLookTouches256PagesAtMost() {
        bench.start(TOUCH, 0, 0, 257 * PAGE);

        assertThat(bench.engine.poll()).isTrue();
        assertThat(port.transactions).isEqualTo(256);
        assertThat(bench.isDone()).isFalse();

        bench.engine.poll();
        assertThat(bench.isDone()).isTrue();
    }

    @Test
    void aMessageGoesWhereConfigurationSpaceSays() {
        Arrays.fill(port.page(TO), (byte) -1);
        bench.enableMessages(TO + 0x40, 0xdead_1234);

        assertThat(bench.run(RAISE, 0, 0, 0)).isZero();

        assertThat(Arrays.copyOfRange(port.page(TO), 0x3f, 0x45))
                .containsExactly(-1, 0x34, 0x12, 0, 0, -1);
        assertThat(port.transactions).isEqualTo(1);
    }

    @Test
    void aMessageToAnOddAddressIsSentToTheMultipleOfFourBefore() {
        bench.enableMessages(TO + PAGE - 1, 0x7);

        assertThat(bench.run(RAISE, 0, 0, 0)).isZero();

        assertThat(port.page(TO)[PAGE - 4]).isEqualTo((byte) 7);
    }

    @Test
    void aMessageIsRefusedLikeEveryWrite() {
        bench.enableMessages(0, 1);

        assertThat(bench.run(RAISE, 0, 0, 0)).isEqualTo(2);

        assertThat(bench.refused()).isEqualTo(1);
    }

    @Test
    void withoutMessagesEnabledThereIsNone() {
        assertThat(bench.run(RAISE, 0, 0, 0)).isEqualTo(4);

        assertThat(port.transactions).isZero();
    }

    @ParameterizedTest
    @CsvSource({"1", "6", "9", "-1", "2147483647"})
    void anUnknownOperationIsSaidToBeOne(int operation) {
        assertThat(bench.run(operation, FROM, TO, 1)).isEqualTo(3);

        assertThat(port.transactions).isZero();
    }

    @Test
    void aDoorbellThatIsRungMeanwhileIsSeenWhenTheOperationHasEnded() {
        bench.start(TOUCH, 0, 0, 257 * PAGE);
        bench.engine.poll();
        bench.start(COPY, FROM, TO, 1);
        bench.ring();

        bench.engine.poll();
        assertThat(bench.bar.getInt(0x24)).isEqualTo(1);
        assertThat(port.transactions).isEqualTo(257);

        bench.engine.poll();
        assertThat(bench.bar.getInt(0x24)).isEqualTo(3);
        assertThat(port.transactions).isEqualTo(259);
    }

    @Test
    void registersThatChangeDuringAnOperationDoNotChangeIt() {
        port.meanwhile =
                () -> {
                    bench.bar.setLong(0x08, 0);
                    bench.bar.setLong(0x10, 0);
                    bench.bar.setInt(0x18, 1);
                    bench.bar.setInt(0x1c, 9);
                    bench.bar.setInt(0x04, 3);
                };

        assertThat(bench.run(COPY, FROM, TO, 4 * PAGE)).isZero();

        assertThat(all(TO)).isEqualTo(all(FROM));
    }

    @Test
    void theDoorbellIsNotWrittenOver() {
        bench.run(COPY, FROM, TO, 1);

        assertThat(bench.bar.getLong(0x20)).isEqualTo(0x1_0000_0001L);
    }
}
